import {
  toSign,
  type CarriedFile,
  type SignedStatement,
  type Statement,
} from '../../../sync/protocol/carried/statement.ts'
import type { Item } from '../../../sync/protocol/carried/item.ts'
import { protocolVersion, type Op } from '../../../sync/protocol/op.ts'
import type { FileRecord } from '../../database/person-database.ts'
import { signWith, type DeviceKey } from '../../database/device-key.ts'

/** About what one request carries on a thin line. */
const statementLength = 64 * 1024
const filesInStatement = 200

interface Given {
  readonly bundle: string
  readonly author: string
  readonly key: DeviceKey
  readonly ops: readonly Op[]
  readonly files: readonly FileRecord[]
  readonly readFile: (sha256: string) => Promise<Blob | undefined>
}

/** What goes into the file, signed by this device, one thing after the other: text first, as in sync (SY12). */
export async function* listPacked(given: Given): AsyncGenerator<Exclude<Item, { kind: 'summary' }>> {
  const { bundle, author, key, readFile } = given
  async function sign(said: Pick<Statement, 'ops' | 'files'>): Promise<SignedStatement> {
    const statement: Statement = { protocol: protocolVersion, bundle, author, ...said }
    const text = JSON.stringify(statement)
    return { text, signature: await signWith(key, toSign(text)), key: key.id }
  }
  for (const ops of cutOps(given.ops)) yield { kind: 'changes', signed: await sign({ ops, files: [] }) }
  for (let at = 0; at < given.files.length; at += filesInStatement) {
    const files = given.files.slice(at, at + filesInStatement).map(nameFile)
    yield { kind: 'fileList', signed: await sign({ ops: [], files }) }
  }
  for (const file of given.files) {
    const bytes = await readFile(file.sha256)
    if (bytes) yield { kind: 'file', file: nameFile(file), bytes: new Uint8Array(await bytes.arrayBuffer()) }
  }
}

const nameFile = ({ sha256, type, size }: FileRecord): CarriedFile => ({ sha256, type, size })

function* cutOps(ops: readonly Op[]): Generator<readonly Op[]> {
  let some: Op[] = []
  let length = 0
  for (const op of ops) {
    const own = JSON.stringify(op).length
    if (some.length > 0 && length + own > statementLength) {
      yield some
      some = []
      length = 0
    }
    some.push(op)
    length += own
  }
  if (some.length > 0) yield some
}
