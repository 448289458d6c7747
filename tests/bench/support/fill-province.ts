import type { Page } from 'playwright-core'
import units from '../../../src/content/units/langson-2017.json' with { type: 'json' }
import { feedId } from '../../../src/domain/people/feed.ts'
import { hlcOfMs } from '../../../src/sync/protocol/hlc.ts'
import { aCommuneOfTheProvince, type ProvinceField } from '../../support/a-province.ts'

export const communes = units.filter(({ kind }) => kind === 'commune')

/** What the scale of the board is: 226 communes, 10,000 findings, 5,000 documents, 50,000 answers. */
const total = { findings: 10_000, documents: 5_000, citizens: 3_000 }

const shareOf = (all: number, at: number): number =>
  Math.floor(((at + 1) * all) / communes.length) - Math.floor((at * all) / communes.length)

/** Fields of a commune of a province of that size. */
export const communeAtScale = (unit: string, at: number, today: string): readonly ProvinceField[] =>
  aCommuneOfTheProvince({
    unit,
    at,
    today,
    findings: shareOf(total.findings, at),
    documents: shareOf(total.documents, at),
    citizens: shareOf(total.citizens, at),
  })

/** Writes the province into the database of whoever is signed in on the page, as if it had been pulled. */
export async function fillProvince(page: Page, today: string): Promise<{ readonly rows: number }> {
  let rows = 0
  for (let from = 0; from < communes.length; from += 20) {
    const feeds = communes.slice(from, from + 20).map(({ id }, index) => ({
      feed: feedId(id, 'unit'),
      unit: id,
      fields: communeAtScale(id, from + index, today).map(({ at, ...field }) => ({
        ...field,
        at,
        hlc: hlcOfMs(at),
      })) as readonly Readonly<Record<string, unknown>>[],
    }))
    rows += feeds.reduce((sum, { fields }) => sum + fields.length, 0)
    await page.evaluate(async given => {
      const open = (db: string) =>
        new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(db)
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
        })
      for (const { name: db = '' } of await indexedDB.databases()) {
        const database = await open(db)
        if (!database.objectStoreNames.contains('rows')) continue
        const transaction = database.transaction(['rows', 'feeds'], 'readwrite')
        const store = transaction.objectStore('rows')
        const states = transaction.objectStore('feeds')
        for (const { feed, unit, fields } of given) {
          let seq = 0
          for (const field of fields)
            store.put({
              ...field,
              feed,
              op: `${unit}-${seq}`,
              author: 'p-filler',
              seq: ++seq,
              pending: null,
              server: null,
            })
          states.put({ feed, epoch: 'bench', cursor: seq, count: seq, checksum: seq, isRebuilt: false })
          store.put({
            feed: '20@2017-10-15/reference',
            type: 'programme',
            thing: 'plan174',
            field: `communes/${unit}`,
            value: true,
            op: `programme-${unit}`,
            hlc: '0',
            author: 'system',
            at: 1,
            seq: 1,
            pending: null,
            server: null,
          })
        }
        await new Promise(resolve => transaction.addEventListener('complete', resolve))
        database.close()
      }
    }, feeds)
  }
  return { rows }
}
