import { describe, expect, test } from 'vitest'
import { compileForm, type CompiledForm } from '../../../../src/domain/forms/compile-form.ts'
import type { FormItem, FormVersion, Section } from '../../../../src/domain/forms/form-version.ts'
import { layOutExport } from '../../../../src/domain/reports/export-layout.ts'
import type { ExportOptions, ExportWords } from '../../../../src/domain/reports/export-options.ts'
import { createExportRows } from '../../../../src/domain/reports/export-rows.ts'
import { listTables } from '../../../../src/domain/reports/export-table.ts'
import type { ExportedResponse } from '../../../../src/domain/reports/exported-response.ts'
import { readResponse } from '../../../../src/domain/responses/response.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import type { Cell } from '../../../../src/lib/workbook/workbook.ts'
import { exportWords } from '../../../../src/server/http/export-words.ts'

const label = (vi: string, en: string) => ({ vi, en })
const question = (id: string, type: string, more: object = {}): FormItem =>
  ({ id, type, label: label(`${id} (vi)`, `${id} (en)`), required: false, ...more }) as unknown as FormItem
const repeat = (id: string, items: readonly FormItem[], more: object = {}): FormItem => ({
  type: 'repeat',
  id,
  label: label(`Lặp ${id}`, `Repeat ${id}`),
  items,
  ...more,
})
const options = [
  { value: 'box', label: label('Hòm thư', 'Letter box') },
  { value: 'phone', label: label('Điện thoại', 'Telephone') },
]
const section = (id: string, items: readonly FormItem[]): Section => ({
  id,
  title: label(`Phần ${id}`, `Part ${id}`),
  items,
})

function aForm(sections: readonly Section[], more: Partial<FormVersion> = {}): CompiledForm {
  const title = label('Phiếu thử', 'Test form')
  const form: FormVersion = {
    schema: 'form/1',
    id: 'test',
    version: '1',
    kind: 'survey',
    title,
    sections,
    ...more,
  }
  const compiled = compileForm(form)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  return compiled.value
}

const unit = {
  id: '05998@2017-10-15',
  code: '05998',
  kind: 'commune',
  name: 'Khánh Long',
  fullName: 'Xã Khánh Long',
  parent: '180@2017-10-15',
  from: '2017-10-15',
  to: null,
} as const
const district = {
  ...unit,
  id: '180@2017-10-15',
  code: '180',
  kind: 'district',
  fullName: 'Huyện Tràng Định',
} as const

function aSource(
  form: CompiledForm,
  id: string,
  fields: Readonly<Record<string, JsonValue>>,
): ExportedResponse {
  const { id: formId, version } = form.form
  const all = Object.entries({ form: { id: formId, version }, ...fields })
  const response = readResponse(
    all.map(([field, value], at) => ({ field, value, author: 'lan', at: 1_000_000 + at, order: at })),
  )
  return { id, response, form, unit, district, startedAt: 1_000_000 }
}

const plain: ExportOptions = { language: 'codes', splitMultiple: true, groupNames: true }
const world = (words: ExportWords | undefined) => ({
  today: '2017-11-01',
  dayOf: () => '2017-10-30',
  timeOf: (ms: number) => new Date(ms).toISOString(),
  personName: (id: string) => `Bà ${id}`,
  unitName: (id: string) => (id === unit.id ? unit.fullName : undefined),
  words,
})

/** Sheets as objects: name → rows by header. */
function exportAll(
  forms: readonly [CompiledForm, ...CompiledForm[]],
  sources: readonly ExportedResponse[],
  given: Partial<ExportOptions> = {},
): Record<string, Record<string, Cell>[]> {
  const wanted = { ...plain, ...given }
  const words = exportWords(wanted.language)
  const table = layOutExport(forms, wanted, words)
  const toRows = createExportRows(table, wanted, world(words))
  const rows = sources.flatMap(source => toRows(source).rows)
  return Object.fromEntries(
    listTables(table).map(one => [
      one.name,
      rows
        .filter(row => row.table === one)
        .map(({ cells }) =>
          Object.fromEntries(one.columns.map(({ header }, at) => [header, cells[at] ?? null])),
        ),
    ]),
  )
}

const headers = (forms: readonly [CompiledForm, ...CompiledForm[]], given: Partial<ExportOptions> = {}) =>
  layOutExport(forms, { ...plain, ...given }, exportWords(given.language ?? 'codes')).columns.map(
    ({ header }) => header,
  )

const choices = aForm([
  section('a', [
    question('name', 'text'),
    question('one', 'select_one', { options }),
    question('many', 'select_multiple', { options }),
    question('order', 'rank', { options }),
    question('where', 'geopoint'),
    question('unit', 'org_unit'),
    question('sum', 'calculate', { calculation: '1 + 2' }),
    question('read', 'note'),
    question('secret', 'text', { relevance: "${one} = 'phone'" }),
  ]),
])
const answered = aSource(choices, 'p.test.05998', {
  'answers/name': '=HYPERLINK("http://x")',
  'answers/one': 'box',
  'answers/many': ['phone'],
  'answers/order': ['phone', 'box'],
  'answers/where': '21.85 106.76 270 4',
  'answers/unit': unit.id,
  'answers/secret': 'hidden by now',
})

describe('a row of a response', () => {
  test('begins with what is known of it, then its answers in the order of the form', () => {
    expect(headers([choices]).join(' ')).toBe(
      '_unit_code _unit_name _district _form _version _state _started_at _sent_at _approved_at _sent_by _id _index ' +
        'a/name a/one a/many a/many/box a/many/phone a/order a/order/box a/order/phone a/where a/_where_latitude ' +
        'a/_where_longitude a/_where_altitude a/_where_precision a/unit a/sum a/secret',
    )
  })

  test('with codes holds what XLSForm calls things, split choices as 1 and 0, ranks as places', () => {
    const [row] = exportAll([choices], [answered])['test'] ?? []
    expect(row).toMatchObject({
      _unit_code: '05998',
      _unit_name: 'Xã Khánh Long',
      _district: 'Huyện Tràng Định',
      _state: 'draft',
      _id: 'p.test.05998',
      _index: 1,
      'a/name': '=HYPERLINK("http://x")',
      'a/one': 'box',
      'a/many': 'phone',
      'a/many/box': 0,
      'a/many/phone': 1,
      'a/order': 'phone box',
      'a/order/box': 2,
      'a/order/phone': 1,
      'a/where': '21.85 106.76 270 4',
      'a/_where_latitude': 21.85,
      'a/_where_precision': 4,
      'a/unit': unit.id,
      'a/sum': 3,
    })
  })

  test('with labels speaks the language, and leaves groups out when asked', () => {
    const vi = exportAll([choices], [answered], { language: 'vi', groupNames: false })['Phiếu thử']?.[0]
    expect(vi).toMatchObject({
      'Mã xã': '05998',
      'Tình trạng': 'Đang điền',
      'one (vi)': 'Hòm thư',
      'many (vi)': 'Điện thoại',
      'many (vi)/Hòm thư': 0,
      'order (vi)': 'Điện thoại, Hòm thư',
      'where (vi)/vĩ độ': 21.85,
      'unit (vi)': 'Xã Khánh Long',
    })
    const en = exportAll([choices], [answered], { language: 'en' })['Test form']?.[0]
    expect(en).toMatchObject({ State: 'Being filled', 'Part a/one (en)': 'Letter box' })
    // A language that nobody wrote falls back to the form's default, our own words to English.
    const fr = exportAll([choices], [answered], { language: 'fr' })['Phiếu thử']?.[0]
    expect(fr).toMatchObject({ State: 'Being filled', 'Phần a/one (vi)': 'Hòm thư' })
  })

  test('leaves hidden answers out, and empty split columns empty', () => {
    const bare = aSource(choices, 'p', {})
    const rows = exportAll([choices], [answered, bare])['test'] ?? []
    expect(rows[0]?.['a/secret']).toBe(null)
    expect(rows[1]).toMatchObject({ 'a/many': null, 'a/many/box': null, 'a/order/box': null, _index: 2 })
  })

  test('has no split columns when they are not wanted, nor for lists longer than a spreadsheet is wide', () => {
    expect(headers([choices], { splitMultiple: false })).not.toContain('a/many/box')
    const many = Array.from({ length: 501 }, (_, at) => ({ value: `v${at}`, label: label('x', 'x') }))
    const long = aForm([section('a', [question('villages', 'select_multiple', { options: many })])])
    expect(headers([long]).filter(header => header.startsWith('a/'))).toEqual(['a/villages'])
  })

  test('tells when it was sent and approved, by whom, and the score it has', () => {
    const scored = aForm(
      [
        section('a', [
          question('q', 'yes_no_partly', { options: [{ ...options[0], score: 0.5 }], weight: 2 }),
        ]),
        section('b', [question('r', 'text')]),
      ],
      {
        scoring: {
          method: 'weighted_mean',
          bands: [{ id: 'mid', min: 0, max: 100, label: label('Vừa', 'Medium') }],
        },
      },
    )
    const source = aSource(scored, 'p', {
      'answers/q': 'box',
      'moves/m1': { to: 'sent' },
      'moves/m2': { to: 'approved' },
    })
    expect(exportAll([scored], [source])['test']?.[0]).toMatchObject({
      _state: 'approved',
      _started_at: '1970-01-01T00:16:40.000Z',
      _sent_at: '1970-01-01T00:16:40.002Z',
      _approved_at: '1970-01-01T00:16:40.003Z',
      _sent_by: 'Bà lan',
      _score: 50,
      _score_band: 'mid',
      '_score/a': 50,
    })
    expect(headers([scored])).not.toContain('_score/b')
    expect(headers([scored], { language: 'vi' })).toContain('Điểm/Phần a')
    const takenBack = aSource(scored, 'p', {
      'moves/m1': { to: 'sent' },
      'moves/m2': { to: 'approved' },
      'moves/m3': { to: 'returned' },
    })
    expect(exportAll([scored], [takenBack])['test']?.[0]).toMatchObject({
      _state: 'returned',
      _approved_at: null,
    })
  })

  test('of an anonymous form names no sender and no device', () => {
    const items = [
      question('who', 'metadata', { source: 'username' }),
      question('device', 'metadata', { source: 'deviceid' }),
      question('begun', 'metadata', { source: 'start' }),
    ]
    const named = headers([aForm([section('a', items)])])
    expect(named).toEqual(expect.arrayContaining(['_sent_by', 'a/who', 'a/device', 'a/begun']))
    const anonymous = headers([aForm([section('a', items)], { anonymous: true })])
    expect(anonymous).toContain('a/begun')
    for (const gone of ['_sent_by', 'a/who', 'a/device']) expect(anonymous).not.toContain(gone)
  })

  test('a today() is the day of the sending, not of the export', () => {
    const form = aForm([section('a', [question('day', 'calculate', { calculation: 'today()' })])])
    const rows = exportAll(
      [form],
      [aSource(form, 'p', {}), aSource(form, 'q', { 'moves/m': { to: 'sent' } })],
    )
    expect(rows['test']?.map(row => row['a/day'])).toEqual(['2017-11-01', '2017-10-30'])
  })
})

describe('files and notes', () => {
  const form = aForm([
    section('a', [
      question('face', 'photo'),
      question('sound', 'audio'),
      question('paper', 'file'),
      question('rule', 'select_one', { options, evidence: { note: true, photo: 'optional' } }),
    ]),
  ])
  const sha = (digit: string): string => digit.repeat(64)
  const photo = { type: 'image/png', size: 1, width: 1, height: 1, thumb: null }
  const source = aSource(form, 'p', {
    [`evidence/face/${sha('a')}`]: photo,
    [`evidence/face/${sha('b')}`]: { ...photo, type: 'image/jpeg' },
    [`evidence/rule/${sha('c')}`]: photo,
    'notes/rule': 'seen on the wall',
    [`evidence/sound/${sha('d')}`]: { type: 'audio/mpeg', size: 1, name: 'ghi âm.mp3' },
    [`evidence/paper/${sha('e')}`]: { type: 'application/pdf', size: 1, name: null },
  })

  test('files stand as their paths in the zip, notes beside their question', () => {
    expect(exportAll([form], [source])['test']?.[0]).toMatchObject({
      'a/face': `05998 Xã Khánh Long/face/aaaaaaaaaaaaaaaa.png\n05998 Xã Khánh Long/face/bbbbbbbbbbbbbbbb.jpg`,
      'a/sound': '05998 Xã Khánh Long/sound/dddddddddddddddd.mp3',
      'a/paper': '05998 Xã Khánh Long/paper/eeeeeeeeeeeeeeee.pdf',
      'a/rule/_files': '05998 Xã Khánh Long/rule/cccccccccccccccc.png',
      'a/rule/_note': 'seen on the wall',
    })
  })
})

describe('repeats', () => {
  const form = aForm([
    section('a', [
      question('head', 'text'),
      repeat('house', [
        question('street', 'text'),
        repeat('person', [
          question('age', 'integer'),
          question('minor', 'calculate', { calculation: '${age} < 18' }),
        ]),
      ]),
      repeat('gone', [question('x', 'text')], { relevance: "${head} = 'never'" }),
    ]),
  ])
  const place = (parent: string | null, order: number) => ({ parent, order })
  const removedFirst = { 'rows/house/house.1': null }
  const first = aSource(form, 'r1', {
    ...removedFirst,
    'rows/house/h1': place(null, 1),
    'rows/house/h2': place(null, 2),
    'rows/person/h1.person.1': null,
    'rows/person/h2.person.1': null,
    'rows/person/p1': place('h1', 1),
    'rows/person/p2': place('h1', 2),
    'rows/person/p3': place('h2', 1),
    'answers/street@h1': 'Trần Phú',
    'answers/street@h2': 'Lê Lợi',
    'answers/age@p1': 40,
    'answers/age@p2': 7,
    'answers/age@p3': 9,
  })
  const second = aSource(form, 'r2', {
    ...removedFirst,
    'rows/house/h9': place(null, 1),
    'rows/person/h9.person.1': null,
    'rows/person/p9': place('h9', 1),
    'answers/street@h9': 'Bắc Sơn',
    'answers/age@p9': 70,
  })

  test('each has a sheet, numbered over all responses, that names the row around it', () => {
    const sheets = exportAll([form], [first, second])
    expect(Object.keys(sheets)).toEqual(['test', 'house', 'person', 'gone'])
    expect(sheets['test']?.map(row => [row['_id'], row['_index']])).toEqual([
      ['r1', 1],
      ['r2', 2],
    ])
    expect(sheets['house']).toEqual([
      {
        'a/house/street': 'Trần Phú',
        _index: 1,
        _parent_index: 1,
        _parent_table_name: 'test',
        _submission__id: 'r1',
      },
      {
        'a/house/street': 'Lê Lợi',
        _index: 2,
        _parent_index: 1,
        _parent_table_name: 'test',
        _submission__id: 'r1',
      },
      {
        'a/house/street': 'Bắc Sơn',
        _index: 3,
        _parent_index: 2,
        _parent_table_name: 'test',
        _submission__id: 'r2',
      },
    ])
    expect(
      sheets['person']?.map(row => [
        row['a/house/person/age'],
        row['_index'],
        row['_parent_index'],
        row['_submission__id'],
      ]),
    ).toEqual([
      [40, 1, 1, 'r1'],
      [7, 2, 1, 'r1'],
      [9, 3, 2, 'r1'],
      [70, 4, 3, 'r2'],
    ])
    expect(sheets['person']?.[0]?.['_parent_table_name']).toBe('house')
  })

  test('a hidden repeat has a sheet without rows', () => {
    expect(exportAll([form], [first])['gone']).toEqual([])
  })

  test('sheets keep to the names that spreadsheets take, and parents are called by them', () => {
    const long = 'a_repeat_with_a_name_longer_than_thirty_one_characters'
    const twin = aForm([
      section('a', [repeat(`${long}_1`, [repeat(`${long}_2`, [question('x', 'integer')])])]),
    ])
    const names = listTables(layOutExport([twin], plain, undefined)).map(({ name }) => name)
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31)
    const rows = exportAll([twin], [aSource(twin, 'r', {})])
    expect(rows[names[2] ?? '']?.[0]?.['_parent_table_name']).toBe(names[1])
  })
})

describe('versions of one form', () => {
  const older = aForm(
    [
      section('a', [
        question('kept', 'select_multiple', {
          options: [...options, { value: 'fax', label: label('Fax', 'Fax') }],
        }),
        question('dropped', 'text'),
        repeat('old_rows', [question('o', 'text')]),
      ]),
    ],
    { version: '1' },
  )
  const newer = aForm(
    [section('a', [question('fresh', 'text'), question('kept', 'select_multiple', { options })])],
    { version: '2' },
  )

  test('share a sheet: the newest’s columns in its order, then those of older ones', () => {
    expect(headers([newer, older]).filter(header => header.startsWith('a/'))).toEqual([
      'a/fresh',
      'a/kept',
      'a/kept/box',
      'a/kept/phone',
      'a/kept/fax',
      'a/dropped',
    ])
    const sheets = exportAll(
      [newer, older],
      [
        aSource(older, 'r1', { 'answers/kept': ['fax'], 'answers/dropped': 'x' }),
        aSource(newer, 'r2', { 'answers/kept': ['box'], 'answers/fresh': 'y', 'answers/dropped': 'stray' }),
      ],
    )
    expect(
      sheets['test']?.map(row => [row['_version'], row['a/kept/fax'], row['a/dropped'], row['a/fresh']]),
    ).toEqual([
      ['1', 1, 'x', null],
      ['2', 0, null, 'y'],
    ])
    expect(sheets['old_rows']?.map(row => row['_submission__id'])).toEqual(['r1'])
  })

  test('a response of a version that is not here still has its row', () => {
    const stray = { ...aSource(newer, 'r', { 'answers/fresh': 'y' }), form: undefined }
    expect(exportAll([newer], [stray])['test']?.[0]).toMatchObject({
      _id: 'r',
      _version: '2',
      'a/fresh': null,
    })
  })
})
