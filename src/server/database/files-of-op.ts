import { readPhoto } from '../../domain/responses/photo.ts'
import { parseResponseField, responseType } from '../../domain/responses/response-fields.ts'
import type { Op } from '../../sync/protocol/op.ts'

/** SHA-256 of the files that an op names: a photo and its thumbnail. */
export function filesOfOp({ type, field, value }: Op): readonly string[] {
  if (type !== responseType) return []
  const named = parseResponseField(field)
  const photo = named?.kind === 'evidence' ? readPhoto(value) : undefined
  if (named?.kind !== 'evidence' || !photo) return []
  return photo.thumb === null ? [named.sha256] : [named.sha256, photo.thumb]
}
