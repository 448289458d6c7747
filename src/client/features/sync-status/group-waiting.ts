import { isPhoto, readEvidenceFile } from '../../../domain/responses/evidence-file.ts'
import { parseResponseField } from '../../../domain/responses/response-fields.ts'
import type { Op } from '../../../sync/protocol/op.ts'
import type { Row } from '../../../sync/replica/row.ts'

/** A file that only this tablet has. */
export interface UnsentFile {
  readonly sha256: string
  readonly size: number
}

/** A photo or document of which something has not left the tablet. */
export interface WaitingFile {
  readonly sha256: string
  readonly thumb: string | null
  readonly question: string
  readonly isPhoto: boolean
  /** Of it, what waits. */
  readonly unsent: readonly UnsentFile[]
}

/** All that waits of one thing. */
export interface WaitingThing {
  readonly thing: string
  readonly feed: string
  readonly type: string
  readonly changes: number
  readonly files: readonly WaitingFile[]
}

export interface Waiting {
  /** In the order of their first waiting op, then those of which only files wait. */
  readonly things: readonly WaitingThing[]
  /** Files that nothing on this tablet names any more, such as a photo that was removed; they are sent all the same. */
  readonly unnamed: readonly UnsentFile[]
}

interface Given {
  readonly ops: readonly Pick<Op, 'thing' | 'feed' | 'type'>[]
  readonly files: readonly UnsentFile[]
  /** The fields that name files. */
  readonly evidence: readonly Pick<Row, 'thing' | 'feed' | 'type' | 'field' | 'value'>[]
}

/** What waits to be sent, by thing. A file that two things name is counted with each. */
export function groupWaiting({ ops, files, evidence }: Given): Waiting {
  const unsent = new Map(files.map(file => [file.sha256, file]))
  const unnamed = new Map(unsent)
  const things = new Map<string, { -readonly [K in keyof WaitingThing]: WaitingThing[K] }>()
  const mustGet = ({ thing, feed, type }: Pick<Op, 'thing' | 'feed' | 'type'>) => {
    const known = things.get(thing) ?? { thing, feed, type, changes: 0, files: [] }
    things.set(thing, known)
    return known
  }
  for (const op of ops) mustGet(op).changes += 1
  for (const row of evidence) {
    const named = parseResponseField(row.field)
    const file = readEvidenceFile(row.value)
    if (named?.kind !== 'evidence' || !file) continue
    const thumb = isPhoto(file) ? file.thumb : null
    const own = [thumb, named.sha256].flatMap(sha256 => (sha256 && unsent.get(sha256)) || [])
    if (own.length === 0) continue
    const { sha256, question } = named
    const thing = mustGet(row)
    thing.files = [...thing.files, { sha256, thumb, question, isPhoto: isPhoto(file), unsent: own }]
    for (const one of own) unnamed.delete(one.sha256)
  }
  return { things: [...things.values()], unnamed: [...unnamed.values()] }
}
