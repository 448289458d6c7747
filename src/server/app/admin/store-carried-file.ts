import { attachmentLimits, isAttachmentType } from '../../../domain/responses/attachment.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { Item } from '../../../sync/protocol/carried/item.ts'
import { beginsLike } from '../../../domain/responses/begins-like.ts'
import type { Services } from '../../http/environment.ts'

/** Stores a file as its author would have uploaded it; done twice it is there once (SY12). */
export async function storeCarriedFile(
  { fileIndex, files, clock }: Pick<Services, 'fileIndex' | 'files' | 'clock'>,
  person: string,
  { file: { sha256, type, size }, bytes }: Extract<Item, { readonly kind: 'file' }>,
): Promise<Result<true, string>> {
  if (await fileIndex.hasGrant(sha256, person)) return ok(true)
  if (bytes.byteLength !== size || size > attachmentLimits.bytes) return err('tooLarge')
  if (!isTaken(type) || !beginsLike(type, bytes)) return err('notItsKind')
  const upload = await fileIndex.openUpload({ sha256, person, size, type }, clock())
  await files.append(upload, 0, bytes)
  const found = await files.inspect(upload)
  if (found.sha256 !== sha256) {
    await files.drop(upload)
    await fileIndex.dropUpload(sha256, person)
    return err('hashDiffers')
  }
  await files.store(upload)
  await fileIndex.completeUpload(upload, clock)
  return ok(true)
}

const isTaken = (type: string): type is Parameters<typeof beginsLike>[0] =>
  type === 'image/jpeg' || type === 'image/png' || isAttachmentType(type)
