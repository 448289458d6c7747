import { Readable } from 'node:stream'
import { Hono, type Context } from 'hono'
import { attachmentLimits, isAttachmentType, type AttachmentType } from '../../domain/responses/attachment.ts'
import { isSha256, type Photo } from '../../domain/responses/photo.ts'
import type { KeptFile, Upload } from '../database/file-index.ts'
import { beginsLike } from '../../domain/responses/begins-like.ts'
import type { Environment, Services } from './environment.ts'
import { problem, type ProblemType } from './problem.ts'
import { readBody } from './read-body.ts'

/** A photo is shrunk to 500 KB before it leaves the tablet; a signature is smaller. */
const largestPhoto = 2 * 1024 * 1024
const chunkLimits = { packed: 1024 * 1024, inflated: 1024 * 1024 }

/**
 * Files by SHA-256 with the semantics of tus 1.0 (https://tus.io/protocols/resumable-upload). Bytes are on the disk
 * to stay before they are acknowledged, and the hash is checked before the file counts (SY12). Each person uploads
 * on their own; a file that may not be read does not exist. `?for=PERSON` uploads a file that this person's device has
 * vouched for in a statement that the session brought along (SY16): the file is theirs, the courier gets nothing.
 */
export function filesRoute({
  fileIndex,
  files,
  carriedFiles,
  oneAtATime,
  clock,
}: Services): Hono<Environment> {
  const route = new Hono<Environment>()
  const tus = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' }
  const complete = ({ sha256, size, storedAt }: KeptFile): Record<string, string> => ({
    ...tus,
    'upload-offset': String(size),
    'upload-length': String(size),
    'upload-complete': '?1',
    'x-content-sha256': sha256,
    'x-stored-at': String(storedAt),
  })
  const partial = ({ received, size }: Upload): Record<string, string> => ({
    ...tus,
    'upload-offset': String(received),
    'upload-length': String(size),
    'upload-complete': '?0',
  })

  /** For whom a file is uploaded; undefined when the session may not do it for them. */
  async function findUploader(c: Context<Environment>, sha256: string): Promise<string | undefined> {
    const { person } = c.get('session')
    const author = c.req.query('for')
    if (author === undefined || author === person) return person
    return (await carriedFiles.mayCarry({ sha256, author, courier: person })) ? author : undefined
  }

  /** The whole file, if this person has shown to have it. */
  async function findOwn(sha256: string, person: string): Promise<KeptFile | undefined> {
    if (!(await fileIndex.hasGrant(sha256, person))) return undefined
    return fileIndex.findFile(sha256)
  }

  // Hono brings HEAD to the handler of GET, and never asks one of its own.
  route.get('/:sha256', c => (c.req.method === 'HEAD' ? tellOffset(c) : sendFile(c)))

  async function tellOffset(c: Context<Environment, '/:sha256'>): Promise<Response> {
    const sha256 = c.req.param('sha256')
    const person = await findUploader(c, sha256)
    if (person === undefined) return c.body(null, 403, tus)
    const own = await findOwn(sha256, person)
    if (own) return c.body(null, 200, complete(own))
    const upload = await fileIndex.findUpload(sha256, person)
    return upload ? c.body(null, 200, partial(upload)) : c.body(null, 404, tus)
  }

  route.post('/', async c => {
    const meta = readMetadata(c.req.header('upload-metadata') ?? '')
    const size = Number(c.req.header('upload-length'))
    const { sha256, type } = meta
    if (!isSha256(sha256) || !Number.isSafeInteger(size) || size <= 0) return problem(c, 'badRequest')
    if (!isTaken(type)) return problem(c, 'notAnImage')
    if (size > (isImage(type) ? largestPhoto : attachmentLimits.bytes)) return problem(c, 'tooLarge')
    const person = await findUploader(c, sha256)
    if (person === undefined) return problem(c, 'notFound')
    const location = `/api/files/${sha256}`
    const own = await findOwn(sha256, person)
    if (own) return c.body(null, 201, { ...complete(own), location })
    const upload = await fileIndex.openUpload({ sha256, person, size, type }, clock())
    return c.body(null, 201, { ...partial(upload), location })
  })

  route.patch('/:sha256', async c => {
    const sha256 = c.req.param('sha256')
    const person = await findUploader(c, sha256)
    if (person === undefined) return problem(c, 'notFound')
    const begun = await findUpload(c, sha256, person)
    // One that has all its bytes is being finished at this moment, or was cut there: the lock will tell.
    const isFinishing = begun instanceof Response && begun.status === 409 && (await isWhole(sha256, person))
    if (begun instanceof Response && !isFinishing) return begun
    if (c.req.header('content-type') !== 'application/offset+octet-stream') return problem(c, 'badRequest')
    // Before the lock, so that a slow line holds none.
    const body = await readBody(c.req.raw, chunkLimits)
    if (!body.ok) return problem(c, body.error)
    // Two pieces of one upload never meet, at no two processes either: what was checked is what is stored.
    return oneAtATime(`upload ${sha256} ${person}`, async () => {
      const upload = await findUpload(c, sha256, person)
      return upload instanceof Response ? upload : append(c, upload, body.value)
    })
  })

  async function isWhole(sha256: string, person: string): Promise<boolean> {
    const upload = await fileIndex.findUpload(sha256, person)
    return upload === undefined || upload.received === upload.size
  }

  /** The upload that goes on at the request's offset, or the answer when there is none. */
  async function findUpload(
    c: Context<Environment>,
    sha256: string,
    person: string,
  ): Promise<Upload | Response> {
    const own = await findOwn(sha256, person)
    if (own) return c.body(null, 204, complete(own))
    const upload = await fileIndex.findUpload(sha256, person)
    if (!upload) return problem(c, 'notFound')
    if (Number(c.req.header('upload-offset')) === upload.received) return upload
    return problem(c, 'wrongOffset', { 'upload-offset': String(upload.received) })
  }

  async function append(c: Context<Environment>, upload: Upload, bytes: Uint8Array): Promise<Response> {
    const received = upload.received + bytes.byteLength
    if (received > upload.size) return startOver(c, upload, 'tooLarge')
    const isThere = await files.append(upload, upload.received, bytes)
    // What the index speaks of is gone from the disk: a folder that was not part of a backup.
    if (!isThere) return startOver(c, upload, 'hashDiffers')
    await fileIndex.setReceived(upload.sha256, upload.person, received, clock())
    const next = { ...upload, received }
    return received < upload.size ? c.body(null, 204, partial(next)) : finish(c, next)
  }

  /** What was received can never become this file: the next try begins at zero. */
  async function startOver(c: Context<Environment>, upload: Upload, fault: ProblemType): Promise<Response> {
    await files.drop(upload)
    await fileIndex.dropUpload(upload.sha256, upload.person)
    return problem(c, fault)
  }

  async function finish(c: Context<Environment>, upload: Upload): Promise<Response> {
    const { sha256, type } = upload
    const found = await files.inspect(upload)
    if (found.sha256 !== sha256) return startOver(c, upload, 'hashDiffers')
    if (!isTaken(type) || !beginsLike(type, found.start))
      return startOver(c, upload, isImage(type) ? 'notAnImage' : 'notItsKind')
    await files.store(upload)
    return c.body(null, 204, complete(await fileIndex.completeUpload(upload, clock)))
  }

  async function sendFile(c: Context<Environment, '/:sha256'>): Promise<Response> {
    const sha256 = c.req.param('sha256')
    const { person } = c.get('session')
    const scope = c.get('scope')
    const file = isSha256(sha256) ? await fileIndex.findFile(sha256) : undefined
    if (!file || !(await fileIndex.mayRead(sha256, person, scope.mayRead))) return problem(c, 'notFound')
    const bytes = await files.read(sha256)
    if (!bytes) return problem(c, 'notFound')
    return c.body(Readable.toWeb(bytes) as ReadableStream, 200, {
      'content-type': file.type,
      'content-length': String(file.size),
      // A document opens in its own program, never as a page of this site.
      'content-disposition': isImage(file.type) ? 'inline' : 'attachment',
      'cache-control': 'private, max-age=31536000, immutable',
      // On a shared tablet the next person's request is judged anew, not answered from the browser's cache.
      vary: 'cookie',
      'x-content-sha256': sha256,
      'x-stored-at': String(file.storedAt),
    })
  }
  return route
}

const isImage = (type: string): type is Photo['type'] => type === 'image/jpeg' || type === 'image/png'
const isTaken = (type: string | undefined): type is Photo['type'] | AttachmentType =>
  type !== undefined && (isImage(type) || isAttachmentType(type))

/** tus metadata: `key base64, key base64`. */
function readMetadata(header: string): { readonly sha256?: string; readonly type?: string } {
  const pairs = header.split(',').map(pair => pair.trim().split(' '))
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  )
}
