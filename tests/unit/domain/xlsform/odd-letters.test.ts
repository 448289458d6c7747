import { describe, expect, test } from 'vitest'
import type { Workbook } from '../../../../src/lib/workbook/workbook.ts'
import { readWorkbook } from '../../../../src/lib/workbook/read-workbook.ts'
import { writeWorkbook } from '../../../../src/lib/workbook/write-workbook.ts'
import { readXlsform } from '../../../../src/domain/xlsform/read-xlsform.ts'
import { writeXlsform } from '../../../../src/domain/xlsform/write-xlsform.ts'
import { aForm, aQuestion } from '../../../support/a-form.ts'
import { mustRead, places, questionsOf, read } from './a-workbook.ts'

const header = 'type|name|label'
const nfd = (text: string): string => text.normalize('NFD')
const labelled = (label: string): Workbook => ({
  sheets: [
    {
      name: 'survey',
      rows: [
        ['type', 'name', 'label'],
        ['text', 'q', label],
      ],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'version'],
        ['F', 'f', '1'],
      ],
    },
  ],
})

describe('control characters', () => {
  test('are left out of the text, with a warning that names the cell', () => {
    const { form, warnings } = readXlsform(labelled('\u0000Họ\u0007 tên\u009b\u001b[2J\ud800'))
    expect(form && questionsOf(form)['q']?.label['vi']).toBe('Họ tên[2J')
    expect(places(warnings)).toEqual(['controlCharacters@C2'])
  })

  test('come out of an Excel file the same way, however it writes them', () => {
    const workbook = readWorkbook(writeWorkbook(labelled('a\u0007b_x0008_')))
    if (!workbook.ok) throw new Error(workbook.error.type)
    const { form, warnings } = readXlsform(workbook.value)
    expect(form && questionsOf(form)['q']?.label['vi']).toBe('ab_x0008_')
    expect(places(warnings)).toEqual(['controlCharacters@C2'])
  })

  test('ends of lines and tabs are kept, and nothing to be warned of', () => {
    const { form, warnings } = readXlsform(labelled('một\r\nhai\tba\rbốn'))
    expect(form && questionsOf(form)['q']?.label['vi']).toBe('một\nhai\tba\nbốn')
    expect(warnings).toEqual([])
  })

  test('in a name the question has the name that is seen', () => {
    const { form, warnings } = read(`${header}\ntext|a\u0001b|A\nnote|n|\${ab}`)
    expect(form && questionsOf(form)).toHaveProperty('ab')
    expect(places(warnings)).toEqual(['controlCharacters@B2'])
  })

  test('a cell of nothing else is an empty cell', () => {
    expect(places(read(`${header}\ntext|\u0001|A`).errors)).toEqual(['nameMissing@B2'])
  })
})

test('markup is text like any other', () => {
  const label = `<script>alert(1)</script> <img src=x onerror="alert(2)">`
  const { form, warnings } = readXlsform(labelled(label))
  expect(form && questionsOf(form)['q']?.label['vi']).toBe(label)
  expect(warnings).toEqual([])
})

describe('letters and their marks typed one by one', () => {
  test('a name is the same as the one typed in one piece, in its references too', () => {
    const form = mustRead(`${header}\ntext|${nfd('huyện')}|A\nnote|n|\${huyện}`)
    expect(questionsOf(form)).toHaveProperty('huyện')
    expect(places(read(`${header}\ntext|huyện|A\ntext|${nfd('huyện')}|B`).errors)).toEqual([
      'duplicateName@B3',
    ])
  })

  test('so is a choice: twice is once too often, and a filter finds it', () => {
    const survey = `type|name|label|choice_filter\ntext|tinh|A|\nselect_one l|q|Q|tỉnh = 'Huế'`
    const choices = `list_name|name|label|tỉnh\nl|huế|Huế|${nfd('Huế')}`
    expect(questionsOf(mustRead(survey, { choices }))['q']).toMatchObject({
      options: [{ value: 'huế', columns: { tỉnh: 'Huế' } }],
    })
    const twice = read(survey, { choices: `${choices}\nl|${nfd('huế')}|Huế|x` })
    expect(places(twice.errors)).toEqual(['duplicateChoice@B3'])
  })

  test('a form that has them already keeps them through Excel', () => {
    const label = { vi: nfd('Tiếng Việt'), en: nfd('Tiếng Việt') }
    const form = aForm({
      sections: [{ id: 's1', title: { vi: 'A', en: 'A' }, items: [aQuestion('q', { label })] }],
    })
    const again = readXlsform(writeXlsform(form)).form
    expect(again && questionsOf(again)['q']?.label).toEqual(label)
  })

  test('so does a language whose name has a control character', () => {
    const form = aForm({ languages: { fr: 'Fran\u0000çais' }, title: { vi: 'A', en: 'A', fr: 'B' } })
    expect(readXlsform(writeXlsform(form)).form).toEqual(form)
  })
})
