import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonValue } from '../../lib/json-value.ts'

/** Rows that have to wait for their turn, by queue, in the order they came. */
export interface RowSpool {
  put: (queue: number, rows: readonly JsonValue[]) => Promise<void>
  /** All rows of a queue, once; nothing is put into it afterwards. */
  read: (queue: number) => AsyncIterable<JsonValue>
  /** Nothing is left on the disk. */
  close: () => Promise<void>
}

interface Queue {
  readonly file: FileHandle
  batch: string
}

const batchLength = 64 * 1024

/** Keeps the rows on the disk, in files without a name, so that whatever ends the process ends them too. */
export function createRowSpool(): RowSpool {
  const queues = new Map<number, Queue>()

  async function findQueue(id: number): Promise<Queue> {
    const known = queues.get(id)
    if (known) return known
    const made = { file: await openNameless(), batch: '' }
    queues.set(id, made)
    return made
  }
  async function flush(queue: Queue): Promise<void> {
    const { batch } = queue
    queue.batch = ''
    await queue.file.appendFile(batch)
  }

  return {
    async put(id, rows) {
      if (rows.length === 0) return
      const queue = await findQueue(id)
      for (const row of rows) queue.batch += lineOf(row)
      if (queue.batch.length >= batchLength) await flush(queue)
    },
    async *read(id) {
      const queue = queues.get(id)
      if (!queue) return
      await flush(queue)
      for await (const line of queue.file.readLines({ start: 0, autoClose: false }))
        yield JSON.parse(line) as JsonValue
    },
    async close() {
      for (const { file } of queues.values()) await file.close()
      queues.clear()
    },
  }
}

/** JSON on one line, also where readline sees the end of one: at U+2028 and U+2029. */
const lineOf = (row: JsonValue): string =>
  `${JSON.stringify(row)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)}\n`

async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'isoxa-export-'))
  try {
    return await open(join(folder, 'rows'), 'wx+', 0o600)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
