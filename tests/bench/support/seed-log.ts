import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import units from '../../../src/content/units/langson-2017.json' with { type: 'json' }
import { feedId } from '../../../src/domain/people/feed.ts'
import { responseFields, responseId, responseType } from '../../../src/domain/responses/response-fields.ts'
import { baselineSurvey } from '../../../src/server/app/forms.ts'
import { openServices } from '../../../src/server/app/open-services.ts'
import { readConfig } from '../../../src/server/app/config.ts'
import { seedReference } from '../../../src/server/app/seed-reference.ts'
import { entryToRow, recordToRow } from '../../../src/server/database/entry-rows.ts'
import { chainStart, nextLink } from '../../../src/server/database/hash-chain.ts'
import { addToChecksum } from '../../../src/sync/protocol/checksum.ts'
import { hlcOfMs } from '../../../src/sync/protocol/hlc.ts'
import type { Op } from '../../../src/sync/protocol/op.ts'
import { seededRandom } from '../../support/seeded-random.ts'

const communes = units.filter(unit => unit.kind === 'commune')
const fieldsOfThing = 40
/** Every fifth field was changed once more, so a feed's head lies after the number of its values. */
const changedAgain = 5
const startMs = Date.parse('2017-11-01T00:00:00+07:00')

/** The configuration of a production server on a data folder. */
export function configOf(dataFolder: string) {
  const config = readConfig({ DATA_DIR: dataFolder, ISOXA_MODE: 'production' })
  if (!config.ok) throw new Error(config.error)
  return config.value
}

/**
 * Makes a data folder with so many ops over the feeds of all 226 communes, as the server itself would have stored
 * them (log with its chain, entries, heads), but written straight into its tables: about a minute a million instead
 * of an hour.
 */
export async function seedLog(dataFolder: string, ops: number): Promise<void> {
  const opened = await openServices(configOf(dataFolder), () => undefined)
  await seedReference(opened.services)
  await opened.close()
  const db = new DatabaseSync(join(dataFolder, 'iso-xa.db'))
  db.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000')
  // Many rows first, then their order: ten times as fast.
  const indexes = db
    .prepare(
      "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('log', 'entries')",
    )
    .all()
  for (const { name } of indexes) db.exec(`drop index ${String(name)}`)
  const random = seededRandom(1)
  db.exec('begin')
  for (const [at, unit] of communes.entries()) {
    const share = Math.floor(((at + 1) * ops) / communes.length) - Math.floor((at * ops) / communes.length)
    seedFeed(db, { unit: unit.id, share, random: () => random.next() })
  }
  db.exec('commit')
  for (const { sql } of indexes) db.exec(String(sql))
  db.exec('pragma journal_mode = wal; analyze')
  db.close()
}

interface Share {
  readonly unit: string
  readonly share: number
  readonly random: () => number
}

function seedFeed(db: DatabaseSync, { unit, share, random }: Share): void {
  const feed = feedId(unit, 'unit')
  const putLog = inserter(db, 'log', ['feed', 'seq', 'op', 'device', 'device_seq', 'record', 'chain'])
  const entryColumns = ['feed', 'thing', 'field', 'type', 'value', 'seq', 'hlc', 'op', 'author', 'at', 'size']
  const putEntry = inserter(db, 'entries', entryColumns)
  const putThing = inserter(db, 'things', ['id', 'feed'])
  let [seq, chain, count, checksum] = [0, chainStart, 0, 0]
  let previous = ''

  for (let field = 0; seq < share; field++) {
    const thing = responseId(`bench${Math.floor(field / fieldsOfThing)}`, baselineSurvey.id, unit)
    if (thing !== previous) putThing({ id: thing, feed })
    previous = thing
    let op = write(thing, field)
    if (field % changedAgain === 0 && seq < share) op = write(thing, field, op.id)
    const entry = {
      feed,
      thing,
      field: op.field,
      type: op.type,
      value: op.value,
      seq,
      hlc: op.hlc,
      op: op.id,
      author: 'p-filler',
      at: startMs + seq,
    }
    putEntry({ ...entryToRow(entry) } as Record<string, string | number>)
    count++
    checksum = addToChecksum(checksum, entry)
  }
  const head = inserter(db, 'feeds', ['id', 'head', 'count', 'checksum', 'chain'])
  head({ id: feed, head: seq, count, checksum, chain })

  function write(thing: string, field: number, base: string | null = null): Op {
    seq++
    const id = `${unit.slice(0, 5)}${seq.toString(36).padStart(5, '0')}${Math.floor(random() * 36 ** 6).toString(36)}`
    const hlc = hlcOfMs(startMs + seq)
    const op: Op = {
      id,
      device: `dev-${unit}`,
      seq,
      group: `g${field}`,
      feed,
      type: responseType,
      thing,
      field: responseFields.answer(`q${field % fieldsOfThing}`),
      value: `Thôn ${Math.floor(random() * 1e12).toString(36)}`,
      hlc,
      base,
      schema: 1,
    }
    const row = recordToRow(feed, {
      op,
      author: 'p-filler',
      at: startMs + seq,
      answer: { result: 'ok', seq, hlc, wins: true },
    })
    chain = nextLink(chain, row.record)
    putLog({ ...row, chain } as Record<string, string | number>)
    return op
  }
}

function inserter(db: DatabaseSync, table: string, columns: readonly string[]) {
  const marks = columns.map(() => '?').join(', ')
  const statement = db.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`)
  return (row: Readonly<Record<string, SQLInputValue>>): void =>
    void statement.run(...columns.map(column => row[column] ?? null))
}
