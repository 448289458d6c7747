import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseFormVersion } from '../../../../src/domain/forms/parse-form-version.ts'
import { cellToText, textToCell } from '../../../../src/domain/xlsform/cell-text.ts'
import { readXlsform } from '../../../../src/domain/xlsform/read-xlsform.ts'
import { writeXlsform } from '../../../../src/domain/xlsform/write-xlsform.ts'
import { mustRead } from './a-workbook.ts'

const folder = new URL('../../../../src/content/forms/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.json'))

describe('a built-in form, written as an XLSForm', () => {
  test.each(files)('%s is the same when read again, without a problem', name => {
    const form = parseFormVersion(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    if (!form.ok) throw new Error(JSON.stringify(form.error))
    const reading = readXlsform(writeXlsform(form.value))
    expect(reading.errors).toEqual([])
    expect(reading.form).toEqual(form.value)
    expect(reading.warnings).toEqual([])
  })
})

test('an XLSForm in plain words has none of our columns', () => {
  const form = mustRead(
    `type|name|label|required|relevant|default
    text|a|A|yes||x
    begin group|g|G||\${a} = 'x'|
    select_one yn|b|B|||yes
    end group`,
    { choices: 'list_name|name|label\nyn|yes|Yes\nyn|no|No' },
  )
  const [survey, choices] = writeXlsform(form).sheets
  expect(survey?.rows).toEqual([
    ['type', 'name', 'label::Tiếng Việt (vi)', 'label::English (en)', 'required', 'relevant', 'default'],
    ['text', 'a', 'A', 'A', 'yes', null, 'x'],
    ['begin_group', 'g', 'G', 'G', null, "${a} = 'x'", null],
    ['select_one b', 'b', 'B', 'B', null, null, 'yes'],
    ['end_group', null, null, null, null, null, null],
  ])
  expect(choices?.rows[1]).toEqual(['b', 'yes', 'Yes', 'Yes'])
})

test.each(['', ' a ', 'a\rb', '[["x"]]', '\u0000', '\ud800', '\u00a0', 'Có “dấu”', '12'])(
  'the text %j comes back from its cell',
  text => {
    expect(cellToText(textToCell(text))).toBe(text)
  },
)
