import { describe, expect, test } from 'vitest'
import { compileForm } from '../../../../src/domain/forms/compile-form.ts'
import { listMissing } from '../../../../src/client/features/responses/list-missing.ts'
import { createFilling } from '../../../../src/client/features/responses/filling.ts'
import type { FieldChange } from '../../../../src/client/context/field-saver.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { pendingSeq, type Row } from '../../../../src/sync/replica/row.ts'
import { surveyName, theSurvey } from '../../../support/a-survey.ts'

const label = { vi: 'Câu', en: 'Question' }
let ops = 0
const row = (field: string, value: JsonValue, change: Partial<Row> = {}): Row => ({
  feed: 'c@a/unit',
  type: 'response',
  thing: 'r',
  field,
  value,
  op: `op${++ops}`,
  hlc: ops,
  author: 'p1',
  at: ops,
  seq: ops,
  pending: null,
  server: null,
  ...change,
})

function aFilling(...rows: Row[]) {
  const saved: FieldChange[] = []
  const start = [row('form', surveyName), ...rows]
  const filling = createFilling({
    form: theSurvey,
    rows: start,
    clock: { today: () => '2026-11-23' },
    newRowId: () => `row${++ops}`,
    save: async fields => {
      saved.push(...fields)
      return { ok: true, value: { ops: [`own${saved.length}`] } }
    },
  })
  return { filling, saved, start }
}

describe('an open response', () => {
  test('shows what is stored, and where it is', () => {
    const { filling } = aFilling(
      row('answers/s1_villages', 9),
      row('answers/s1_population', 3000, { pending: 'x', seq: pendingSeq }),
    )
    expect(filling.view('s1_villages')).toMatchObject({ whereabouts: 'atServer', state: { value: 9 } })
    expect(filling.view('s1_population').whereabouts).toBe('onTablet')
    expect(filling.view('s1_staff_total').whereabouts).toBe('none')
  })

  test('answers at once and tells only those whom it concerns', () => {
    const { filling } = aFilling()
    const told: string[] = []
    for (const id of ['s3_onestop', 's3_area', 's1_villages']) filling.subscribe(id, () => told.push(id))
    const before = filling.view('s1_villages')
    filling.answer('s3_onestop', 'room', 'now')
    expect(filling.view('s3_area').state.relevant).toBe(true)
    expect(new Set(told)).toEqual(new Set(['s3_onestop', 's3_area']))
    expect(filling.view('s1_villages')).toBe(before)
  })

  test('does not save a text that is too long, keeps what was saved, and says so', async () => {
    const { filling, saved } = aFilling(row('answers/s7_note', 'ngắn'))
    filling.answer('s7_note', 'x'.repeat(5_000_000), 'now')
    await filling.flush()
    expect(saved).toEqual([])
    expect(filling.view('s7_note')).toMatchObject({ isTooLong: true, state: { verdict: 'invalid' } })
    expect(filling.hasUnsaved()).toBe(true)
    filling.answer('s7_note', 'ngắn lại', 'now')
    await filling.flush()
    expect(saved.map(({ value }) => value)).toEqual(['ngắn lại'])
    expect(filling.hasUnsaved()).toBe(false)
  })

  test('keeps a text that is too long on the screen when the row of the save before it comes', async () => {
    const { filling, start } = aFilling()
    filling.answer('s7_note', 'ngắn', 'now')
    await filling.flush()
    filling.answer('s7_note', 'x'.repeat(20_001), 'now')
    filling.applyRows([...start, row('answers/s7_note', 'ngắn')])
    expect(filling.view('s7_note')).toMatchObject({ isTooLong: true, state: { value: 'x'.repeat(20_001) } })
  })

  test('takes in what sync brings, but never over what the person is typing', async () => {
    const { filling, start } = aFilling(row('answers/s1_villages', 9))
    filling.applyRows([...start, row('answers/s1_villages', 12)])
    expect(filling.view('s1_villages').state.value).toBe(12)
    filling.answer('s1_villages', 13, 'whenPaused')
    filling.applyRows([...start, row('answers/s1_villages', 14)])
    expect(filling.view('s1_villages').state.value).toBe(13)
    await filling.flush()
  })

  test('keeps a text that is too long on the screen when sync confirms the short one below it', () => {
    const short = row('answers/s7_note', 'ngắn', { pending: 'x', seq: pendingSeq })
    const { filling, start } = aFilling(short)
    const long = 'x'.repeat(20_001)
    filling.answer('s7_note', long, 'whenPaused')
    filling.applyRows([...start.slice(0, 1), { ...short, pending: null, seq: 77 }])
    expect(filling.view('s7_note')).toMatchObject({ isTooLong: true, state: { value: long } })
  })

  test('SY1 is on the tablet as soon as the save has resolved, at the server only when the row says so', async () => {
    const { filling, start } = aFilling(row('answers/s1_villages', 9))
    const where = () => ['s1_villages', 's1_population'].map(id => filling.view(id).whereabouts)
    expect(where()).toEqual(['atServer', 'none'])
    filling.answer('s1_villages', 10, 'now')
    filling.answer('s1_population', 3000, 'now')
    expect(where()).toEqual(['saving', 'saving'])
    await filling.flush()
    expect(where()).toEqual(['onTablet', 'onTablet'])
    const saved = [row('answers/s1_villages', 10), row('answers/s1_population', 3000)]
    filling.applyRows([...start, ...saved.map(one => ({ ...one, pending: one.op, seq: pendingSeq }))])
    expect(where()).toEqual(['onTablet', 'onTablet'])
    filling.applyRows([...start, ...saved])
    expect(where()).toEqual(['atServer', 'atServer'])
    filling.answer('s1_villages', null, 'now')
    await filling.flush()
    filling.applyRows([...start, row('answers/s1_villages', null, { pending: 'x' })])
    expect(filling.view('s1_villages').whereabouts).toBe('none')
  })

  test('SY6 shows the value that lost until somebody has settled it', () => {
    const lost = { field: 'answers/s1_villages', value: 8, author: 'p2', hlc: 1, at: 5 }
    const conflict = row('conflicts/opx', lost, { author: 'system' })
    const { filling, start } = aFilling(row('answers/s1_villages', 9), conflict)
    expect(filling.view('s1_villages').conflicts).toMatchObject([
      { op: 'opx', kind: 'answer', lost: { value: 8, author: 'p2' }, kept: { value: 9 } },
    ])
    filling.applyRows([...start, row('settled/opx', true)])
    expect(filling.view('s1_villages').conflicts).toEqual([])
  })

  test('marks the questions it was returned for', () => {
    const { filling, start } = aFilling(row('answers/s1_villages', 9))
    expect(filling.view('s1_villages').isReturned).toBe(false)
    filling.applyRows([
      ...start,
      row('moves/m1', { to: 'sent' }),
      row('comments/s1_villages/c1', { text: 'Xem lại' }),
      row('moves/m2', { to: 'returned', reason: 'x' }),
    ])
    expect(filling.view('s1_villages')).toMatchObject({ isReturned: true, comments: [{ text: 'Xem lại' }] })
  })

  test('rows that this tablet added go when another one takes them away', async () => {
    const form = compileForm({
      schema: 'form/1',
      id: 'rows',
      version: '1',
      kind: 'survey',
      title: label,
      sections: [
        {
          id: 's',
          title: label,
          items: [
            {
              type: 'repeat',
              id: 'child',
              items: [
                { id: 'name', type: 'text', label, required: true },
                {
                  id: 'age',
                  type: 'integer',
                  required: true,
                  label: { vi: 'Tuổi của ${name}', en: '${name}' },
                },
              ],
            },
          ],
        },
      ],
    })
    if (!form.ok) throw new Error('the form does not compile')
    const start = [row('form', { id: 'rows', version: '1' })]
    const filling = createFilling({
      form: form.value,
      rows: start,
      clock: { today: () => '2026-11-23' },
      newRowId: () => 'r2',
      save: async fields => ({ ok: true, value: { ops: fields.map(({ field }) => `own ${field}`) } }),
    })
    const rows = () => filling.session.rows('child', '')
    filling.addRow('child', '')
    filling.answer('name@r2', 'Lan', 'now')
    expect(rows()).toEqual(['child.1', 'r2'])
    expect(listMissing(filling).at(-1)).toMatchObject({ questionId: 'age@r2', label: { vi: 'Tuổi của Lan' } })
    await filling.flush()
    const saved = row('rows/child/r2', { parent: null, order: 1 })
    filling.applyRows([...start, saved])
    expect(rows()).toEqual(['child.1', 'r2'])
    filling.applyRows([...start, { ...saved, value: null, op: 'theirs', seq: saved.seq + 1 }])
    expect(rows()).toEqual(['child.1'])
  })
})
