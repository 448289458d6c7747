import { describe, expect, test } from 'vitest'
import { readXlsform } from '../../../../src/domain/xlsform/read-xlsform.ts'
import { writeXlsform } from '../../../../src/domain/xlsform/write-xlsform.ts'
import type { FormVersion } from '../../../../src/domain/forms/form-version.ts'
import { initialAnswers } from '../../../../src/domain/forms/initial-answers.ts'
import { mustCompile, openForm } from '../forms/a-form.ts'
import { aWorkbook, mustRead, places, questionsOf, read } from './a-workbook.ts'

const header = 'type|name|label'
const cell = (label: string, settings = 'form_id|version\nf|1') =>
  readXlsform({
    sheets: [
      {
        name: 'survey',
        rows: [
          ['type', 'name', 'label'],
          ['text', 'a', label],
        ],
      },
      ...aWorkbook({ settings }).sheets,
    ],
  }).form as FormVersion

describe('spaces', () => {
  test('that follow a space count as one in the survey sheet, unless the settings say not to clean', () => {
    expect(questionsOf(cell('Two  words,   three\n  lines'))['a']?.label.vi).toBe('Two words, three\n lines')
    const kept = cell('Two  words', 'form_id|version|clean_text_values\nf|1|no')
    expect(questionsOf(kept)['a']?.label.vi).toBe('Two  words')
    const again = readXlsform(writeXlsform(kept))
    expect(again.form).toEqual(kept)
    expect(again.warnings).toEqual([])
  })
})

describe('ranges', () => {
  test.each([
    ['start=10 end=0 step=5', { min: 0, max: 10, step: 5 }],
    ['start=10 end=1 step=-4', { min: 2, max: 10, step: 4 }],
    ['start=1 end=-1 step=0.5', { min: -1, max: 1, step: 0.5 }],
    ['start=0.3 end=0 step=0.1', { min: 0, max: 0.3, step: 0.1 }],
  ])('%s are from the lower end up', (parameters, range) => {
    const form = mustRead(`${header}|parameters\nrange|a|A|${parameters}`)
    expect(questionsOf(form)['a']).toMatchObject(range)
  })

  test.each(['step=0', 'start=2 end=2', 'end=', 'start=x'])('%s is refused', parameters => {
    expect(places(read(`${header}|parameters\nrange|a|A|${parameters}`).errors)).toEqual(['badValue@D2'])
  })

  test.each(['range|a|A|start=1 end=3 step=5', 'image|a|A|max-pixels=big'])('%s is told', row => {
    expect(places(read(`${header}|parameters\n${row}`).warnings)).toEqual(['badValue@D2'])
  })
})

describe('names', () => {
  test('notes need none', () => {
    const { form, errors } = read('type|label\nnote|Hello\nnote|Bye')
    expect(errors).toEqual([])
    expect(form?.sections[0]?.items).toHaveLength(2)
    expect(places(read('type|label\ntext|Hello').errors)).toContain('columnMissing@1')
  })

  test('that only ODK refuses are told', () => {
    const survey = `${header}
      begin group|meta|G
      begin repeat|r|R
      text|a|A
      end repeat
      end group
      begin repeat|r|R
      text|b|B
      end repeat
      begin repeat|data|R
      text|c|C
      end repeat`
    expect(places(read(survey).warnings)).toEqual([
      'reservedName@B2',
      'repeatNamedTwice@B7',
      'reservedName@B10',
    ])
  })
})

describe('cells', () => {
  test('that say nothing in their row are told, each at its place; a "no" is none', () => {
    const survey = `${header}|required|constraint|choice_filter|repeat_count
      begin group|g|G|yes|. > 1||2
      text|a|A|||x = 1|
      end group||||||
      begin repeat|r|R|false|||2
      text|b|B||||3
      end repeat||||||`
    expect(places(read(survey).warnings)).toEqual([
      'cellNotUsed@D2',
      'cellNotUsed@E2',
      'cellNotUsed@G2',
      'cellNotUsed@F3',
      'cellNotUsed@G6',
    ])
  })

  test('a text with ${ that does not end is told, in choices too', () => {
    const survey = `${header}|hint\ntext|a|A|\nnote|b|Hello \${a|\nselect_one l|c|\${a}, \${a\${b}}|\${`
    const { form, warnings } = read(survey, { choices: 'list_name|name|label\nl|x|Hi ${a' })
    expect(form).toBeDefined()
    expect(warnings).toMatchObject([
      { code: 'brokenReference', row: 3, column: 'C', text: '${a' },
      { code: 'brokenReference', row: 4, column: 'C' },
      { code: 'brokenReference', row: 4, column: 'D' },
      { code: 'brokenReference', sheet: 'choices', row: 2, column: 'C' },
    ])
  })

  test('the last saved answer in a label is an empty text there too', () => {
    const { form, warnings } = read(`${header}\ntext|a|A\nnote|b|Before: \${last-saved#a}.`)
    expect(places(warnings)).toEqual(['lastSavedNotKept@C3'])
    const session = openForm(form as FormVersion)
    expect(session.text(session.question('b') && questionsOf(form as FormVersion)['b']!.label, 'b').vi).toBe(
      'Before: .',
    )
  })

  test('several triggers are parted by commas', () => {
    const survey = (trigger: string) =>
      `${header}|calculation|trigger\ntext|a|A||\ntext|b|B||\ndate|c||today()|${trigger}`
    expect(questionsOf(mustRead(survey('${a}, ${b}')))['c']?.trigger).toEqual(['a', 'b'])
    for (const trigger of ['${a} ${b}', '${a},', 'a'])
      expect(places(read(survey(trigger)).errors)).toEqual(['badValue@E4'])
  })

  test('a setting that says neither yes nor no is as if it were not there', () => {
    const settings = 'form_id|version|allow_choice_duplicates\nf|1|perhaps'
    const { form, warnings } = read(`${header}\ntext|a|A`, { settings })
    expect(form).toBeDefined()
    expect(places(warnings)).toEqual(['settingNotUsed@C2'])
  })

  test('a table of questions that do not share one list is told', () => {
    const survey = `${header}|appearance|choice_filter
      begin group|g|G|table-list|
      select_one l|a|A||
      select_one m|b|B||
      end group|||
      begin group|h|H|w4 table-list|
      select_one l|c|C||name != 'x'
      end group|||
      begin group|i|I|table-list|
      select_one l|d|D||
      select_one l|e|E||
      end group|||`
    const choices = 'list_name|name|label\nl|x|X\nm|y|Y'
    expect(places(read(survey, { choices }).warnings)).toEqual(['tableListSplit@D2', 'tableListSplit@D6'])
  })
})

describe('a group that is read only', () => {
  const survey = `${header}|read_only|calculation
    begin group|g|G|yes|
    text|a|A||
    calculate|n|||1 + 1
    begin group|h|H|\${z} = 1|
    text|b|B|no|
    end group||||
    end group||||
    begin repeat|r|R|\${z} = 1|
    text|c|C||
    text|d|D|\${c} = 'x'|
    end repeat||||
    begin group|i|I|position(..) > 1|
    text|e|E||
    end group||||
    integer|z|Z||`

  test('makes the questions in it read only', () => {
    const { form, warnings } = read(survey)
    expect(questionsOf(form as FormVersion)).toMatchObject({
      a: { readonly: true },
      b: { readonly: true },
      c: { readonly: '${z} = 1' },
      d: { readonly: "(${c} = 'x') or (${z} = 1)" },
    })
    expect(questionsOf(form as FormVersion)['n']?.readonly).toBeUndefined()
    expect(questionsOf(form as FormVersion)['e']?.readonly).toBeUndefined()
    expect(places(warnings)).toEqual(['cellNotUsed@D13'])
    expect(readXlsform(writeXlsform(form as FormVersion)).form).toEqual(form)
  })

  test('and a name in its expression that is no question is told there', () => {
    expect(places(read(survey.replaceAll('${z}', '${y}')).errors)).toEqual([
      'unknownReference@D5',
      'unknownReference@D9',
    ])
  })
})

test('once() keeps a default, in the rows of a repeat too', () => {
  const form = mustRead(`${header}|default|calculation
    integer|a|A|5|once(7)
    integer|b|B|2 + 1|once(random())
    integer|c|C||once(7)
    begin repeat|r|R||
    text|d|D|kept|once('new')
    end repeat||||`)
  const compiled = mustCompile(form)
  expect(initialAnswers(compiled, { today: () => '2026-01-02' })).toMatchObject({ a: 5, b: 3, c: 7 })
  const session = openForm(compiled, { rows: { r: [{ id: 'x', parent: null }] } })
  expect(session.question('d@x').value).toBe('kept')
  session.setRows('r', [
    { id: 'x', parent: null },
    { id: 'y', parent: null },
  ])
  expect(session.question('d@y').value).toBe('kept')
})

test('the answers of a repeat can be ranked', () => {
  const form = mustRead(`${header}
    begin repeat|r|R
    text|crop|Crop
    end repeat
    rank \${crop}|order|Order`)
  const rows = { r: ['x', 'y'].map(id => ({ id, parent: null })) }
  const session = openForm(form, { rows, answers: { 'crop@x': 'rice', 'crop@y': 'tea' } })
  expect(session.options('order').map(({ value }) => value)).toEqual(['rice', 'tea'])
  session.setAnswer('order', ['tea', 'rice'])
  expect(session.question('order').value).toEqual(['tea', 'rice'])
  session.setAnswer('crop@x', null)
  expect(session.question('order').value).toEqual(['tea'])
})

describe('what stands over the header', () => {
  const rows = [
    ['type', 'name', 'label'],
    ['text', 'a', 'A'],
    ['text', 'b c', 'B'],
  ]
  const readRows = (over: readonly (readonly (string | null)[])[], more = {}) =>
    readXlsform({ sheets: [{ name: 'survey', rows: [...over, ...rows], ...more }] })

  test('may be empty rows; places are those of the file', () => {
    expect(places(readRows([[], [null, ' ']]).errors)).toEqual(['invalidName@B5'])
  })

  test('and a title is told with the row of the header', () => {
    const { errors, warnings } = readRows([['Household survey'], []])
    expect(places(errors)).toEqual(['headerBelow@3'])
    expect(places(warnings).filter(place => !place.includes('Missing'))).toEqual([])
    const choices = 'Choices||\nlist_name|name|label\nl|x|X'
    const survey = `${header}\nselect_one l|a|A`
    expect(read(survey, { choices }).errors).toContainEqual({ code: 'headerBelow', sheet: 'choices', row: 2 })
  })

  test('a formula that is not computed is refused where its column is read', () => {
    const uncomputed = [
      { row: 1, column: 2 },
      { row: 1, column: 3 },
    ]
    expect(places(readRows([], { uncomputed }).errors)).toContain('formulaNotComputed@C2')
    expect(places(readRows([], { uncomputed }).errors)).not.toContain('formulaNotComputed@D2')
  })

  test('a formula that failed is told, wherever its column is read', () => {
    const choices = 'list_name|name|label\nl|x|#N/A'
    const { form, warnings } = read(`${header}||\nselect_one l|a|#REF!|#REF!`, { choices })
    expect(form).toBeDefined()
    expect(places(warnings)).toEqual(['formulaFailed@C2', 'formulaFailed@C2'])
  })

  test('signs without width in a header do not matter', () => {
    const form = mustRead('type|name|label|re\u200bquired\ntext|a|A|yes')
    expect(questionsOf(form)['a']?.required).toBe(true)
  })
})
