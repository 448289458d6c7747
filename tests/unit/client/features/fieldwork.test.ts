import { describe, expect, test, vi } from 'vitest'
import type { SaveChanges } from '../../../../src/client/context/field-saver.ts'
import { createFieldwork } from '../../../../src/client/features/audit-work/fieldwork.ts'
import { hlcOfMs } from '../../../../src/sync/protocol/hlc.ts'
import type { Row } from '../../../../src/sync/replica/row.ts'

const row = (field: string, value: Row['value'], more: Partial<Row> = {}): Row => ({
  feed: 'c1@a/audit',
  type: 'audit',
  thing: 'audit.2017.1-1.c1@a',
  field,
  value,
  op: `op of ${field}`,
  hlc: hlcOfMs(1000),
  author: 'p-van',
  at: 9000,
  seq: 1,
  pending: null,
  server: null,
  ...more,
})

/** A store that saves when the test says so. */
function open(...rows: readonly Row[]) {
  const saved: { changes: Parameters<SaveChanges>[0]; end: () => void }[] = []
  const save: SaveChanges = changes =>
    new Promise(resolve => {
      const op = `own${saved.length + 1}`
      saved.push({ changes, end: () => resolve({ ok: true, value: { ops: [op] } }) })
    })
  const fieldwork = createFieldwork({ rows, person: 'p-tuan', now: () => 5000, save })
  return { fieldwork, saved }
}

const verdict = 'verdicts/ia_1@oneStop'

describe('a tap on a verdict', () => {
  test('is shown at once, as being saved, and by whom', () => {
    const { fieldwork, saved } = open()
    fieldwork.put(verdict, 'minor', 'now')
    expect(fieldwork.check('ia_1@oneStop')).toMatchObject({
      check: { verdict: { value: 'minor', author: 'p-tuan', at: 5000 } },
      whereabouts: 'saving',
      recorded: [{ author: 'p-tuan', at: 5000 }],
    })
    expect(saved.map(({ changes }) => changes)).toEqual([[{ field: verdict, value: 'minor' }]])
  })

  test('SY1 is called saved only once the store has it', async () => {
    const { fieldwork, saved } = open()
    fieldwork.put(verdict, 'minor', 'now')
    saved[0]?.end()
    await vi.waitFor(() => expect(fieldwork.check('ia_1@oneStop').whereabouts).toBe('onTablet'))
  })

  test('tells its own card and nobody else', () => {
    const { fieldwork } = open(row('verdicts/ia_2@oneStop', 'conform'))
    const other = fieldwork.check('ia_2@oneStop')
    const own = vi.fn<() => void>()
    const others = vi.fn<() => void>()
    fieldwork.subscribe('ia_1@oneStop', own)
    fieldwork.subscribe('ia_2@oneStop', others)
    fieldwork.put(verdict, 'conform', 'now')
    expect(own).toHaveBeenCalled()
    expect(others).not.toHaveBeenCalled()
    expect(fieldwork.check('ia_2@oneStop')).toBe(other)
  })

  test('SY6 names the version that stood on the screen', () => {
    const { fieldwork, saved } = open(row(verdict, 'conform', { op: 'seen' }))
    fieldwork.put(verdict, 'major', 'now')
    expect(saved[0]?.changes).toEqual([{ field: verdict, value: 'major', seen: 'seen' }])
  })
})

describe('what another tablet wrote', () => {
  test('comes in beside what is being typed, which stays', () => {
    const { fieldwork } = open(row('notes/ia_1@oneStop', 'cũ'))
    fieldwork.put('notes/ia_1@oneStop', 'đang gõ', 'whenPaused')
    fieldwork.applyRows([
      row('notes/ia_1@oneStop', 'của Vân', { op: 'newer', seq: 2 }),
      row('proofs/ia_1@oneStop', 'Sổ số 3', { seq: 3 }),
    ])
    expect(fieldwork.check('ia_1@oneStop').check).toMatchObject({ note: 'đang gõ', proof: 'Sổ số 3' })
  })

  test('was recorded when it was written, not when the server took it', () => {
    const { fieldwork } = open(row(verdict, 'conform', { hlc: hlcOfMs(1000), at: 9000 }))
    expect(fieldwork.check('ia_1@oneStop').recorded).toEqual([{ author: 'p-van', at: 1000 }])
  })

  test('SY6 a conflict stands at the check whose value was at stake, until it is settled', () => {
    const lost = { field: verdict, value: 'minor', author: 'p-van', hlc: 1, at: 10 }
    const { fieldwork } = open(row(verdict, 'conform'))
    const conflict = row('conflicts/l1', lost, { seq: 2 })
    fieldwork.applyRows([row(verdict, 'conform'), conflict])
    expect(fieldwork.check('ia_1@oneStop').conflicts).toMatchObject([{ op: 'l1', lost: { value: 'minor' } }])
    fieldwork.applyRows([row(verdict, 'conform'), conflict, row('settled/l1', true, { seq: 3 })])
    expect(fieldwork.check('ia_1@oneStop').conflicts).toEqual([])
  })
})

describe('numbers of findings', () => {
  test('go on after all there are, withdrawn ones too, and are never given twice', () => {
    const { fieldwork } = open(
      row('findings/7-1/grade', 'minor'),
      row('findings/7-2/grade', 'minor'),
      row('findings/7-2/withdrawn', { reason: 'nhầm', into: [] }),
      row('findings/9-8/grade', 'ofi'),
    )
    expect([fieldwork.takeNumber(7), fieldwork.takeNumber(7), fieldwork.takeNumber(9)]).toEqual([
      '7-3',
      '7-4',
      '9-9',
    ])
  })

  test('stand at the check they came of, unless the finding was withdrawn', () => {
    const { fieldwork } = open(row('findings/7-1/checks', ['ia_1@oneStop']))
    expect(fieldwork.check('ia_1@oneStop').findings).toEqual(['7-1'])
    fieldwork.applyRows([
      row('findings/7-1/checks', ['ia_1@oneStop']),
      row('findings/7-1/withdrawn', { reason: 'nhầm', into: [] }),
    ])
    expect(fieldwork.check('ia_1@oneStop').findings).toEqual([])
  })
})
