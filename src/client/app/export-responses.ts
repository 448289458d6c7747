import type { ExportResult, ExportWish } from '../context/app.ts'
import { saveFile } from '../device/save-file.ts'
import type { Download, DownloadGiven } from '../network/download-link.ts'

/** Downloads an export as the server makes it, and saves it once it is whole. */
export async function exportResponses(
  download: Download,
  { form, unit, ...wish }: ExportWish,
  given: Omit<DownloadGiven, 'path'>,
): Promise<ExportResult> {
  const query = new URLSearchParams({
    ...wish,
    splitMultiple: String(wish.splitMultiple),
    ...(unit === null ? {} : { unit }),
  })
  const path = `/api/exports/${encodeURIComponent(form)}?${query.toString()}`
  const result = await download({ ...given, path })
  if (result.type !== 'downloaded') return result
  saveFile(document, result.blob, result.name)
  return { type: 'saved', name: result.name, bytes: result.blob.size }
}
