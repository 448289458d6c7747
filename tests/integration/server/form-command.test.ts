import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../src/lib/workbook/workbook.ts'
import { writeWorkbook } from '../../../src/lib/workbook/write-workbook.ts'
import { projectRoot } from '../../support/children.ts'
import { pngOf } from './a-picture.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const folder = makeTempFolder('form-command')

/** What the command prints, as JSON, and its exit code. */
function form(...args: readonly string[]): { readonly code: number | null; readonly said: unknown } {
  const { status, stdout } = spawnSync(process.execPath, ['src/server/app/form.ts', ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  return { code: status, said: stdout.trim().startsWith('/') ? stdout.trim() : JSON.parse(stdout || 'null') }
}

function xlsform(
  name: string,
  survey: readonly (readonly Cell[])[],
  choices: readonly (readonly Cell[])[] = [],
): string {
  const file = join(folder, `${name}.xlsx`)
  const sheets = [
    { name: 'survey', rows: survey },
    { name: 'choices', rows: [['list_name', 'name', 'label'], ...choices] },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'version'],
        ['Hộ', name, '1'],
      ],
    },
  ]
  writeFileSync(file, writeWorkbook({ sheets }))
  return file
}

function answers(json: unknown): string {
  const file = join(folder, 'answers.json')
  writeFileSync(file, JSON.stringify(json))
  return file
}

const header = [
  'type',
  'name',
  'label',
  'relevant',
  'constraint',
  'constraint_message',
  'calculation',
  'required',
]
const household = xlsform('household', [
  header,
  ['text', 'head', 'Chủ hộ', '', '', '', '', 'yes'],
  ['begin group', 'home', 'Nhà'],
  ['integer', 'rooms', 'Số phòng', '', '. > 0', 'Ít nhất một phòng'],
  ['end group'],
  ['begin repeat', 'child', 'Trẻ'],
  ['integer', 'age', 'Tuổi'],
  ['text', 'school', 'Trường', '${age} >= 6'],
  ['end repeat'],
  ['calculate', 'total', '', '', '', '', 'sum(${age})'],
  ['calculate', 'day', '', '', '', '', "format-date(today(), '%d/%m/%Y')"],
])

describe('npm run form', () => {
  test('check tells every question as it was read', () => {
    const { code, said } = form('check', household)
    expect(code).toBe(0)
    expect(said).toMatchObject({ errors: [], form: { id: 'household' } })
    expect((said as { questions: unknown[] }).questions).toContainEqual(
      expect.objectContaining({ path: 'home/rooms', type: 'integer', constraint: '. > 0' }),
    )
  })

  test('evaluate tells how every question stands, rows of repeats by their number', () => {
    const given = answers({
      head: 'Lan',
      'home/rooms': 0,
      child: [{ age: 3 }, { age: 8, school: 'Tiểu học' }],
    })
    const { code, said } = form('evaluate', household, given, '--now', '2017-10-16T08:30:00+07:00')
    expect(code).toBe(0)
    const byPath = Object.fromEntries((said as { path: string }[]).map(({ path, ...rest }) => [path, rest]))
    expect(byPath).toEqual({
      head: { relevant: true, required: true, value: 'Lan', valid: true, message: null },
      'home/rooms': { relevant: true, required: false, value: 0, valid: false, message: 'Ít nhất một phòng' },
      'child[1]/age': { relevant: true, required: false, value: 3, valid: true, message: null },
      'child[1]/school': { relevant: false, required: false, value: null, valid: true, message: null },
      'child[2]/age': { relevant: true, required: false, value: 8, valid: true, message: null },
      'child[2]/school': { relevant: true, required: false, value: 'Tiểu học', valid: true, message: null },
      total: { relevant: true, required: false, value: 11, valid: true, message: null },
      day: { relevant: true, required: false, value: '16/10/2017', valid: true, message: null },
    })
  })

  test.each([
    ['an unknown question', { nobody: 1 }, 'unknownQuestion'],
    ['rows that are no list', { child: 3 }, 'notRows'],
    ['a list for a number', { 'home/rooms': [1] }, 'notAnAnswer'],
    ['no object', [1], 'answersUnreadable'],
  ])('evaluate refuses %s and says which', (_, json, code) => {
    const result = form('evaluate', household, answers(json))
    expect(result.code).toBe(1)
    expect(result.said).toMatchObject({ errors: [{ code }] })
  })

  test('a circular calculation is reported with the cycle spelled out, by both', () => {
    const circle = xlsform('circle', [
      header,
      ['calculate', 'a', '', '', '', '', '${b} + 1'],
      ['calculate', 'b', '', '', '', '', '${a} + 1'],
    ])
    for (const command of [
      ['check', circle],
      ['evaluate', circle, answers({})],
    ]) {
      const { code, said } = form(...command)
      expect(code).toBe(1)
      const [error] = (said as { errors: { message: string; row: number }[] }).errors
      expect(error?.message).toMatch(/a → b → a|b → a → b/u)
      expect(error?.row).toBeGreaterThan(1)
    }
  })

  test('evaluate takes the CSV files and pictures that come along, as check does', () => {
    const towns = xlsform('towns', [
      [...header, 'media::image'],
      ['select_one_from_file towns.csv', 'town', 'Phường', '', '', '', '', '', 'map.png'],
      ['calculate', 'people', '', '', '', '', "pulldata('towns', 'people', 'name', ${town})"],
    ])
    const csv = join(folder, 'towns.csv')
    writeFileSync(csv, 'name,label,people\nt1,Phường Một,1200\n')
    const map = join(folder, 'map.png')
    writeFileSync(map, pngOf('bản đồ'))
    const along = ['--attach', csv, '--attach', map]
    const given = answers({ town: 't1' })
    const { code, said } = form('evaluate', towns, given, ...along)
    expect(code).toBe(0)
    expect(said).toContainEqual(expect.objectContaining({ path: 'people', value: '1200' }))
    const [checked, asBefore] = [form('check', towns, ...along), form('check', towns, csv, map)]
    expect(checked).toMatchObject({ code: 0, said: { warnings: [] } })
    expect(asBefore).toEqual(checked)
    expect(form('check', towns)).toMatchObject({
      said: {
        warnings: [
          { code: 'fileNotAttached' },
          { code: 'imageNotAttached', file: 'map.png' },
          { code: 'tableMissing', table: 'towns' },
        ],
      },
    })
    expect(form('evaluate', towns, given, '--attach', household)).toMatchObject({
      code: 1,
      said: { errors: [{ code: 'attachedNotTaken', file: household }] },
    })
  })

  test('a text named .xlsx is refused', () => {
    const file = join(folder, 'text.xlsx')
    writeFileSync(file, 'survey')
    const message = 'This is not an Excel file. Choose an .xlsx file.'
    for (const command of [
      ['check', file],
      ['evaluate', file, answers({})],
    ])
      expect(form(...command)).toMatchObject({ code: 1, said: { errors: [{ code: 'notXlsx', message }] } })
  })

  test('export writes a built-in form that check takes', () => {
    const out = join(folder, 'survey.xlsx')
    expect(form('export', 'survey_baseline', out)).toEqual({ code: 0, said: out })
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
    const { code, said } = form('check', out)
    expect(code).toBe(0)
    expect(said).toMatchObject({ errors: [], form: { id: 'survey_baseline' } })
  })
})
