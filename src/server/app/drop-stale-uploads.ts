import type { Services } from '../http/environment.ts'

/** An upload that nobody went on with for so long is given up; the tablet still has the photo and may begin again. */
const staleMs = 30 * 24 * 3_600_000

export async function dropStaleUploads({
  fileIndex,
  files,
  clock,
}: Pick<Services, 'fileIndex' | 'files' | 'clock'>): Promise<void> {
  for (const upload of await fileIndex.listUploadsBefore(clock() - staleMs)) {
    await files.drop(upload)
    await fileIndex.dropUpload(upload.sha256, upload.person)
  }
}
