import { createGunzip } from 'node:zlib'
import { pipeline, Readable } from 'node:stream'
import { err, ok, type Result } from '../../lib/result.ts'

export interface BodyLimits {
  /** Bytes on the wire. */
  readonly packed: number
  /** Bytes after inflating, counted while inflating. */
  readonly inflated: number
  /** Called once when all of it has come over the wire, inflated or not. */
  readonly whenWhole?: () => void
}

/** A request's bytes, inflated when they are gzip; stops reading as soon as a limit is passed. */
export async function readBody(
  request: Request,
  limits: BodyLimits,
): Promise<Result<Buffer, 'tooLarge' | 'badRequest'>> {
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding !== 'gzip') return err('badRequest')
  if (Number(request.headers.get('content-length') ?? 0) > limits.packed) return err('tooLarge')
  if (!request.body) {
    limits.whenWhole?.()
    return ok(Buffer.alloc(0))
  }
  const counted = countUpTo(request.body, limits)
  // Not pipe(): an error of the source would go past this function, and end the process.
  const source =
    encoding === 'gzip' ? pipeline(Readable.from(counted), createGunzip(), () => undefined) : counted
  try {
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of source as AsyncIterable<Uint8Array>) {
      size += part.byteLength
      if (size > limits.inflated) return err('tooLarge')
      parts.push(part)
    }
    return ok(Buffer.concat(parts))
  } catch (error) {
    return err(error instanceof PackedTooLarge ? 'tooLarge' : 'badRequest')
  }
}

class PackedTooLarge extends Error {}

async function* countUpTo(
  body: ReadableStream<Uint8Array>,
  { packed: most, whenWhole }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > most) throw new PackedTooLarge()
    yield part
  }
  whenWhole?.()
}
