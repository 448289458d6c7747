import { describe, expect, test } from 'vitest'
import langson2017 from '../../../../src/content/units/langson-2017.json' with { type: 'json' }
import { readDirectory } from '../../../../src/domain/people/directory.ts'
import { planUnitsChange } from '../../../../src/domain/people/plan-units-change.ts'
import { readUnitsWorkbook } from '../../../../src/domain/people/read-units-workbook.ts'
import { readWorkbook } from '../../../../src/lib/workbook/read-workbook.ts'
import type { Cell } from '../../../../src/lib/workbook/workbook.ts'
import { writeWorkbook } from '../../../../src/lib/workbook/write-workbook.ts'

type Rows = readonly (readonly Cell[])[]
const aBook = (given: Partial<Record<'change' | 'units' | 'moves', Rows>> = {}): Record<string, Rows> => ({
  change: [['on', '2025-07-01']],
  units: [['code', 'full name']],
  moves: [
    ['from', 'to'],
    ['05977', '05983'],
  ],
  ...given,
})

/** As it comes out of a real file. */
function readBook(sheets: Readonly<Record<string, Rows>>) {
  const bytes = writeWorkbook({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) })
  const book = readWorkbook(bytes)
  if (!book.ok) throw new Error(book.error.type)
  return readUnitsWorkbook(book.value)
}

const province = readDirectory(
  langson2017.map(unit => ({ type: 'unit', thing: unit.id, field: 'unit', value: unit })),
)
const problemsOf = (sheets: Readonly<Record<string, Rows>>) => {
  const change = readBook(sheets)
  if (!change.ok) return change.error
  const plan = planUnitsChange(change.value, province)
  return plan.ok ? 'none' : plan.error
}

describe('a change of units as a workbook', () => {
  test('is read with Vietnamese headings, codes that Excel took for numbers, and rows that come twice', () => {
    const read = readBook({
      'Thay đổi': [
        ['Từ ngày', '1/7/2025'],
        ['Bỏ cấp huyện', 'có'],
      ],
      'Đơn vị': [
        ['Mã', 'Tên đầy đủ', 'Cấp', 'Mã cấp trên'],
        [5977, 'Phường Lương Văn Tri', 'Phường', ''],
        [900, 'Huyện Mới', 'huyện', null],
      ],
      Chuyển: [
        ['Mã cũ', 'Mã mới', 'Giữ hồ sơ'],
        [5977, 5977, ''],
        ['05980', '05977', 'x'],
        ['05980', '05986', ''],
        ['05980', '05977', 'x'],
        [null, '', ''],
        ['05983', '', ''],
      ],
    })
    expect(read).toEqual({
      ok: true,
      value: {
        on: '2025-07-01',
        endsDistricts: true,
        units: [
          {
            code: '05977',
            kind: 'commune',
            name: 'Lương Văn Tri',
            fullName: 'Phường Lương Văn Tri',
            parent: null,
          },
          { code: '900', kind: 'district', name: 'Mới', fullName: 'Huyện Mới', parent: null },
        ],
        moves: [
          { from: '05977', to: ['05977'] },
          { from: '05980', to: ['05977', '05986'], keeper: '05977' },
          { from: '05983', to: [] },
        ],
      },
    })
  })

  test.each<[string, Readonly<Record<string, Rows>>, unknown]>([
    ['a sheet is missing', { change: [['on', '2025-07-01']] }, { type: 'missingSheet', sheet: 'units' }],
    [
      'a column is missing',
      aBook({ moves: [['from', 'into']] }),
      { type: 'missingColumn', sheet: 'moves', column: 'to' },
    ],
    ['the day is none', aBook({ change: [['on', '31/02/2025']] }), { type: 'badDay', text: '2025-02-31' }],
    ['there is no day', aBook({ change: [] }), { type: 'badDay', text: '' }],
    [
      'a kind is none',
      aBook({
        units: [
          ['code', 'full name', 'kind'],
          ['05977', 'Tỉnh Mới', 'tỉnh'],
        ],
      }),
      { type: 'badKind', text: 'tỉnh' },
    ],
    [
      'two rows keep the records of one commune',
      aBook({
        moves: [
          ['from', 'to', 'keeps records'],
          ['05977', '05983', 'x'],
          ['05977', '05986', 'x'],
        ],
      }),
      { type: 'twoKeepers', code: '05977' },
    ],
  ])('is refused as a file: %s', (_, sheets, problem) => {
    expect(problemsOf(sheets)).toEqual(problem)
  })

  test.each<[string, Readonly<Record<string, Rows>>, readonly object[]]>([
    ['nothing moves', aBook({ moves: [['from', 'to']] }), [{ type: 'nothingMoves' }]],
    [
      'unknown codes',
      aBook({
        moves: [
          ['from', 'to'],
          ['99999', '05983'],
          ['05977', '88888'],
        ],
      }),
      [
        { type: 'unknownUnit', code: '99999' },
        { type: 'unknownTarget', name: 'Phường Vĩnh Trại', code: '88888' },
      ],
    ],
    [
      'a cycle in the tree of units, and a unit above that is not there',
      aBook({
        units: [
          ['code', 'full name', 'kind', 'above'],
          ['901', 'Huyện Một', 'huyện', '902'],
          ['902', 'Huyện Hai', 'huyện', '901'],
          ['05977', 'Xã Mới', '', '903'],
        ],
      }),
      [
        { type: 'unitCycle', codes: ['901', '902'] },
        { type: 'unknownParent', code: '05977', parent: '903' },
      ],
    ],
    [
      'a unit that is founded in two rows',
      aBook({
        units: [
          ['code', 'full name'],
          ['70001', 'Xã Mới'],
          ['70001', 'Xã Mới'],
        ],
      }),
      [{ type: 'unitTwice', code: '70001' }],
    ],
  ])('is refused as a plan, all at once: %s', (_, sheets, problems) => {
    const found = problemsOf(sheets)
    expect(found).toEqual(expect.arrayContaining([...problems]))
    expect(found).toHaveLength(problems.length)
  })

  test('can be carried out when nothing is wrong with it', () => {
    expect(problemsOf(aBook())).toBe('none')
  })
})
