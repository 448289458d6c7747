import { describe, expect, test } from 'vitest'
import { compileForm } from '../../../../src/domain/forms/compile-form.ts'
import { readConflict, loserOfConflict, settledField } from '../../../../src/sync/protocol/conflict.ts'
import { hlcOfMs } from '../../../../src/sync/protocol/hlc.ts'
import type { Op } from '../../../../src/sync/protocol/op.ts'
import { aForm, aQuestion } from '../../../support/a-form.ts'
import { aCommune, cursorsAfter, noon, results } from './a-commune.ts'

const label = { vi: 'Thôn', en: 'Village' }
const compiled = compileForm(
  aForm({
    id: 'survey',
    sections: [
      {
        id: 's1',
        title: label,
        items: [
          {
            type: 'repeat',
            id: 'village',
            label,
            items: [aQuestion('name'), { type: 'repeat', id: 'house', label, items: [aQuestion('owner')] }],
          },
        ],
      },
    ],
  }),
)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
const place = { parent: null, order: 2 }
const row = 'rows/village/r1'

/** A village added and filled by Lan, which both tablets have. */
async function aVillage() {
  const commune = aCommune(undefined, { findForm: () => (compiled.ok ? compiled.value : undefined) })
  const { tablet, entries, clock } = commune
  const [lan, minh] = [tablet('lan'), tablet('minh')]
  await lan.start()
  const added = lan.op(row, place)
  await lan.push(added, lan.op('answers/name@r1', 'Nà Lế'))
  const cursors = cursorsAfter(await minh.sync([]))
  clock.ms += 60_000
  const remove = (who = minh, given: Partial<Op> = {}) => who.op(row, null, { base: added.id, ...given })
  const conflicts = async () =>
    (await entries()).flatMap(({ field, value }) => {
      const kept = readConflict(value)
      return kept && loserOfConflict(field) !== undefined ? [{ ...kept, name: field }] : []
    })
  return { ...commune, lan, minh, added, cursors, remove, conflicts }
}

describe('SY6 a row that one person took away while another was filling it', () => {
  test('is a question to both when the removal came first, with where the row stood', async () => {
    const { lan, minh, remove, conflicts, valueOf } = await aVillage()
    const removal = remove()
    await minh.push(removal)
    const edit = lan.op('answers/name@r1', 'Nà Lế Hạ', { base: 'dev-lan-3' })
    expect(results(await lan.push(edit, lan.op('notes/name@r1', 'mới tách')))).toEqual(['ok', 'ok'])
    expect(await conflicts()).toMatchObject([
      {
        field: row,
        value: place,
        author: 'lan',
        device: 'dev-lan',
        winner: { op: removal.id, device: 'dev-minh' },
      },
    ])
    expect(await valueOf('answers/name@r1')).toBe('Nà Lế Hạ')
  })

  test('is one too when the answer was at the server, but not on the tablet that removed the row', async () => {
    const { lan, minh, remove, conflicts, cursors } = await aVillage()
    const edit = lan.op('answers/name@r1', 'Nà Lế Hạ', { base: 'dev-lan-3' })
    await lan.push(edit)
    expect(results((await minh.sync([remove()], { cursors })).answers)).toEqual(['ok'])
    expect(await conflicts()).toMatchObject([
      { field: row, value: place, author: 'lan', name: `conflicts/${edit.id}.row` },
    ])
  })

  test('is one when the removal was recorded before the answer arrived, whatever was pulled since', async () => {
    const { lan, minh, remove, conflicts, clock } = await aVillage()
    const removal = remove()
    clock.ms += 60_000
    await lan.push(lan.op('answers/name@r1', 'Nà Lế Hạ', { base: 'dev-lan-3' }))
    const cursors = cursorsAfter(await minh.sync([]))
    await minh.sync([removal], { cursors })
    expect(await conflicts()).toHaveLength(1)
  })

  test('is none when whoever removed it had seen all that is in it, or filled it on that tablet', async () => {
    const { lan, minh, remove, conflicts } = await aVillage()
    const cursors = cursorsAfter(await minh.sync([]))
    expect(results((await minh.sync([remove()], { cursors })).answers)).toEqual(['ok'])
    expect(await conflicts()).toEqual([])
    await minh.push(minh.op(row, place, { base: 'dev-minh-1' }))
    // A text that was on its way when its row was taken away.
    await lan.push(
      remove(lan, { base: 'dev-minh-2' }),
      lan.op('answers/name@r1', 'Nà', { base: 'dev-lan-3' }),
    )
    expect((await conflicts()).filter(({ author }) => author === 'lan')).toEqual([])
  })

  test('is asked once for a row, and once more only after it was settled', async () => {
    const { lan, minh, remove, conflicts } = await aVillage()
    await minh.push(remove())
    await lan.push(lan.op('notes/name@r1', 'một'))
    await lan.push(lan.op('notes/name@r1', 'hai', { base: 'dev-lan-4' }))
    const [first, ...others] = await conflicts()
    expect(others).toEqual([])
    const loser = loserOfConflict(first?.name ?? '') ?? ''
    expect(results(await minh.push(minh.op(settledField(loser), true)))).toEqual(['ok'])
    await lan.push(lan.op('notes/name@r1', 'ba', { base: 'dev-lan-5' }))
    expect(await conflicts()).toHaveLength(2)
  })

  test('is found by what was filled in the rows within it, and by rows added there', async () => {
    const { lan, minh, remove, conflicts } = await aVillage()
    await minh.push(remove())
    await lan.push(lan.op('answers/owner@r1.house.1', 'Bà Lan'))
    expect(await conflicts()).toMatchObject([{ field: row, author: 'lan' }])
    const other = await aVillage()
    await other.minh.push(other.remove())
    await other.lan.push(other.lan.op('rows/house/h9', { parent: 'r1', order: 1 }))
    expect(await other.conflicts()).toMatchObject([{ field: row, author: 'lan' }])
  })

  test('comes back whole with one tap', async () => {
    const { lan, minh, remove, conflicts, valueOf } = await aVillage()
    const removal = remove()
    await minh.push(removal)
    await lan.push(lan.op('notes/name@r1', 'mới'))
    const [kept] = await conflicts()
    if (!kept) throw new Error('no conflict')
    const loser = loserOfConflict(kept.name) ?? ''
    const restored = [lan.op(kept.field, kept.value, { base: removal.id }), lan.op(settledField(loser), true)]
    expect(results(await lan.push(...restored))).toEqual(['ok', 'ok'])
    expect(await valueOf(row)).toEqual(place)
  })

  test('a first row, which nobody added, comes back where it was', async () => {
    const { lan, minh, conflicts } = await aVillage()
    await lan.push(lan.op('answers/name@village.1', 'Thôn đầu'))
    await minh.push(minh.op('rows/village/village.1', null, { hlc: hlcOfMs(noon - 1) }))
    expect(await conflicts()).toMatchObject([
      { field: 'rows/village/village.1', value: { parent: null, order: 0 } },
    ])
  })

  test('rows that name each other as the row around stop nothing', async () => {
    const { lan, minh, remove } = await aVillage()
    await lan.push(
      lan.op('rows/house/a', { parent: 'b', order: 1 }),
      lan.op('rows/house/b', { parent: 'a', order: 1 }),
    )
    await minh.push(remove())
    expect(results(await lan.push(lan.op('answers/owner@a', 'x')))).toEqual(['ok'])
  })
})
