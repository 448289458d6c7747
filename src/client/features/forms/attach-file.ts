import { mostMedia } from '../../../domain/qms/published-form.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import { fitPicture, type FittedPicture } from '../../photos/fit-picture.ts'
import { sha256Of } from '../../photos/sha256.ts'

/** A file that came along with an XLSForm: a table that it reads, or a picture that it shows. */
export type Attached =
  { readonly kind: 'table'; readonly name: string; readonly text: string } | AttachedPicture

export interface AttachedPicture extends FittedPicture {
  readonly kind: 'picture'
  readonly name: string
  readonly sha256: string
}

export interface AttachProblem {
  readonly type:
    'otherKind' | 'notAnImage' | 'photoTooLarge' | 'tableTooLarge' | 'notUtf8' | 'tooMany' | 'failed'
  readonly name: string
}

const mostTableBytes = 2_000_000
const mostPictureBytes = 30_000_000

/** Takes a file beside those that came along already; one of the same name takes its place. */
export async function attachFile(
  before: readonly Attached[],
  file: File,
): Promise<Result<readonly Attached[], AttachProblem>> {
  const { name } = file
  const others = before.filter(one => one.name !== name)
  try {
    const read = /\.csv$/iu.test(name)
      ? await readTable(file)
      : /\.(?:png|jpe?g)$/iu.test(name)
        ? await readPicture(file)
        : err('otherKind' as const)
    if (!read.ok) return err({ type: read.error, name })
    const pictures = others.filter(({ kind }) => kind === 'picture').length
    if (read.value.kind === 'picture' && pictures >= mostMedia) return err({ type: 'tooMany', name })
    return ok([...others, read.value])
  } catch {
    // The file was moved or its drive taken out while it was read.
    return err({ type: 'failed', name })
  }
}

async function readTable(file: File): Promise<Result<Attached, AttachProblem['type']>> {
  if (file.size > mostTableBytes) return err('tableTooLarge')
  const bytes = await file.arrayBuffer()
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return ok({ kind: 'table', name: file.name, text })
  } catch {
    return err('notUtf8')
  }
}

async function readPicture(file: File): Promise<Result<Attached, AttachProblem['type']>> {
  if (file.size > mostPictureBytes) return err('photoTooLarge')
  const fitted = await fitPicture(file)
  if (!fitted.ok) return err(fitted.error.type)
  const sha256 = await sha256Of(fitted.value.bytes)
  return ok({ kind: 'picture', name: file.name, sha256, ...fitted.value })
}
