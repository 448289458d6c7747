import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Digests } from '../../../../src/client/context/app.ts'
import { watchFindingLines, type FindingLinesKnown } from '../../../../src/client/context/finding-lines.ts'
import { toThings } from '../../../../src/client/context/use-qms-facts.ts'
import { createDigestStore } from '../../../../src/client/database/digest-store.ts'
import { byNeed, type FindingLine } from '../../../../src/domain/audits/list-findings.ts'
import { fieldsOfLines, listUnitFindings } from '../../../../src/domain/reports/board/list-unit-findings.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { waitUntil } from '../../../support/wait-until.ts'
import { aPersonStore } from '../database/a-person-store.ts'

const today = '2017-12-31'
const communes = ['06010@2017-10-15', '06022@2017-10-15', '06037@2017-10-15'] as const
const thing = (n: number): string => `finding.2017.1-1.1-${n + 1}.${communes[n % 3]}`
const change = (n: number, field: string, value: JsonValue) => ({
  feed: `${communes[n % 3]}/unit`,
  type: 'finding',
  thing: thing(n),
  field,
  value,
})
const request = (n: number) =>
  change(n, 'request', {
    audit: 'audit.2017.1-1.06010@2017-10-15',
    standard: '2008',
    grade: n % 2 === 0 ? 'major' : 'minor',
    clauses: ['4.2.3'],
    otherClauses: [],
    requirement: '',
    proof: 'P',
    nature: `Lời ${n}`,
    area: null,
    responsible: '',
    lead: 'lead',
    raisedOn: '2017-12-01',
    dueOn: `2017-12-${10 + n}`,
    repeats: n === 4 ? [thing(1)] : [],
  })

/** Three communes with two findings each, on a tablet; `asked` is what is read of it. */
async function aTablet() {
  const { db, store } = await aPersonStore()
  await store.save([0, 1, 2, 3, 4, 5].map(request))
  await store.save([change(1, 'moves/a', { to: 'accepted' }), change(1, 'action/dueOn', '2018-03-01')])
  await store.update(async transaction => {
    for (const unit of communes)
      await transaction.putFeedState(`${unit}/unit`, {
        epoch: 'e',
        cursor: 1,
        count: 1,
        checksum: 1,
        isRebuilt: false,
      })
  })
  const whole = createDigestStore(db)
  const asked: string[] = []
  const digests: Digests = {
    ...whole,
    knownContacts: async () => Promise.resolve(undefined),
    keepContacts: async () => Promise.resolve(),
    rowsOf(feed) {
      asked.push(feed)
      return whole.rowsOf(feed)
    },
    rowsOfType(type, prefix) {
      asked.push(`${type} ${prefix}`)
      return whole.rowsOfType(type, prefix)
    },
  }
  const folded = async (): Promise<readonly FindingLine[]> =>
    listUnitFindings(toThings(await db.rows.toArray()), today)
  return { store, digests, asked, folded }
}

/** Watches, and gives what is shown as it changes. */
function watching(digests: Digests, known?: FindingLinesKnown) {
  const shown: { lines: readonly FindingLine[]; known: FindingLinesKnown }[] = []
  const { stop } = watchFindingLines(digests, today, known, (lines, next) =>
    shown.push({ lines, known: next }),
  )
  const showing = async (lines: readonly FindingLine[]) =>
    waitUntil('the lines are shown', () =>
      JSON.stringify(shown.at(-1)?.lines) === JSON.stringify(lines) ? shown.at(-1) : undefined,
    )
  return { shown, showing, stop }
}

test('the lines are what the folding of all things gives, now and after each save', async () => {
  const { store, digests, folded } = await aTablet()
  const { showing, stop } = watching(digests)
  const first = await folded()
  expect(first).toHaveLength(6)
  expect(first.find(line => line.thing === thing(1))).toMatchObject({ state: 'accepted', daysLate: 0 })
  expect(first.find(line => line.thing === thing(4))?.repeats).toEqual([thing(1)])
  await showing(first)
  await store.save([change(2, 'moves/b', { to: 'accepted' })])
  const second = await folded()
  expect(second).not.toEqual(first)
  await showing(second)
  await store.save([
    change(2, 'moves/c', { to: 'planned' }),
    change(3, 'action/owner', 'lan'),
    { ...request(9), thing: thing(9) },
  ])
  await showing(await folded())
  stop()
})

test('a second opening reads no finding, and after a save only the commune that has changed', async () => {
  const { store, digests, asked, folded } = await aTablet()
  const whole = fieldsOfLines.map(prefix => `finding ${prefix}`)
  const first = watching(digests)
  await first.showing(await folded())
  await waitUntil('kept', async () => ((await digests.read('findings')).size === 3 ? true : undefined))
  first.stop()
  expect(asked).toEqual(whole)

  const second = watching(digests)
  await second.showing(await folded())
  expect(asked).toEqual(whole)
  await store.save([change(0, 'moves/z', { to: 'disputed', reason: 'Không đúng' })])
  await second.showing(await folded())
  expect(asked).toEqual([...whole, `${communes[0]}/unit`])
  second.stop()
})

test('SY9 what was known of a feed that went away is not shown again', async () => {
  const { store, digests, folded } = await aTablet()
  const first = watching(digests)
  const { known } = await first.showing(await folded())
  first.stop()
  await store.takeOutgoing(100_000).then(({ ops }) =>
    store.update(async transaction => {
      await transaction.acknowledge(ops.map((op, at) => ({ op, seq: at + 1 })))
      await transaction.putFeedState(`${communes[0]}/unit`, undefined)
    }),
  )
  const second = watching(digests, known)
  await second.showing((await folded()).filter(line => line.unit !== communes[0]).sort(byNeed))
  expect(second.shown.every(({ lines }) => lines.every(({ unit }) => unit !== communes[0]))).toBe(true)
  second.stop()
})
