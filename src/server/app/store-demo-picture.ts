import { createHash } from 'node:crypto'
import type { Photo } from '../../domain/responses/photo.ts'
import type { Services } from '../http/environment.ts'
import { demoPicture } from './demo-picture.ts'

/** Uploads a picture as that person would, a page if nothing else is asked for; done twice it is there once. */
export async function storeDemoPicture(
  { fileIndex, files, clock }: Pick<Services, 'fileIndex' | 'files' | 'clock'>,
  person: string,
  seed: number,
  draw = demoPicture,
): Promise<{ readonly sha256: string; readonly photo: Photo }> {
  const { bytes, width, height } = draw(seed)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const type = 'image/png'
  const size = bytes.byteLength
  if (!(await fileIndex.hasGrant(sha256, person))) {
    const upload = await fileIndex.openUpload({ sha256, person, size, type }, clock())
    await files.append(upload, 0, bytes)
    await files.store(upload)
    await fileIndex.completeUpload(upload, clock)
  }
  return { sha256, photo: { type, size, width, height, thumb: null } }
}
