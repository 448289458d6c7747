import { describe, expect, test } from 'vitest'
import { readXlsform } from '../../../../src/domain/xlsform/read-xlsform.ts'
import { aWorkbook, mustRead, places, questionsOf, read } from './a-workbook.ts'

const header = 'type|name|label'

describe('sections', () => {
  test('each top-level group is a page; what stands between them is a page of its own', () => {
    const form = mustRead(`${header}
      note|intro|Hello
      begin group|people|People
      text|who|Who
      begin_group|inner|Inner
      integer|age|Age
      end_group
      end group
      begin repeat|visits|Visits
      date|on|On
      end repeat`)
    expect(form.sections.map(({ id, isLoose, title }) => [id, isLoose, title.vi])).toEqual([
      ['_1', true, 'Form'],
      ['people', undefined, 'People'],
      ['_2', true, 'Form'],
    ])
    expect(form.sections[1]?.items[1]).toMatchObject({ type: 'group', id: 'inner', items: [{ id: 'age' }] })
    expect(form.sections[2]?.items[0]).toMatchObject({ type: 'repeat', id: 'visits', items: [{ id: 'on' }] })
  })

  test('a loose page does not take the name of a question', () => {
    expect(mustRead(`${header}\ntext|_1|A`).sections[0]?.id).toBe('_2')
  })

  test('groups that do not close, and ends that close nothing, are told with their row', () => {
    expect(places(read(`${header}\nbegin group|a|A\ntext|q|Q`).errors)).toEqual(['unclosed@A2'])
    expect(places(read(`${header}\ntext|q|Q\nend group`).errors)).toEqual(['unopened@A3'])
    expect(read(`${header}\nbegin group|a|A\ntext|q|Q\nend repeat`).errors).toEqual([
      {
        code: 'mismatchedEnd',
        sheet: 'survey',
        row: 4,
        column: 'A',
        kind: 'repeat',
        opened: 'group',
        openedRow: 2,
      },
    ])
  })

  test('101 groups inside each other are refused', () => {
    const deep = (count: number) =>
      `${header}\n${Array.from({ length: count }, (_, at) => `begin group|g${at}|G`).join('\n')}\ntext|q|Q\n${'end group\n'.repeat(count)}`
    expect(read(deep(100)).errors).toEqual([])
    expect(read(deep(101)).errors).toMatchObject([{ code: 'tooDeep', limit: 100 }])
  })
})

describe('names', () => {
  test('a name that stands in two groups gets the way to it as id', () => {
    const form = mustRead(`${header}
      begin group|a|A
      text|note|Note
      end group
      begin group|b|B
      text|note|Note
      end group`)
    expect(form.sections.map(({ items }) => items[0])).toMatchObject([
      { id: 'a.note', name: 'note' },
      { id: 'b.note', name: 'note' },
    ])
  })

  test('Vietnamese names are names; spaces and a digit first are not', () => {
    expect(questionsOf(mustRead(`${header}\ntext|họ_tên|A\nnote|n|\${họ_tên}`))).toHaveProperty('họ_tên')
    expect(places(read(`${header}\ntext|a b|A\ntext|1a|B\ntext||C`).errors)).toEqual([
      'invalidName@B2',
      'invalidName@B3',
      'nameMissing@B4',
    ])
  })

  test('two siblings of one name are refused, two that differ in case are warned of', () => {
    const { errors } = read(`${header}\ntext|a|A\ntext|a|B`)
    expect(errors).toEqual([
      { code: 'duplicateName', sheet: 'survey', row: 3, column: 'B', name: 'a', otherRow: 2 },
    ])
    expect(places(read(`${header}\ntext|a|A\ntext|A|B`).warnings)).toEqual(['nameDiffersInCase@B3'])
  })

  test('a reference to no question, or to one of two, names its cell', () => {
    expect(read(`${header}|relevant\ntext|a|A|\${b} = 1\nnote|n|Hello \${c}|`).errors).toEqual([
      { code: 'unknownReference', sheet: 'survey', row: 2, column: 'D', name: 'b' },
      { code: 'unknownReference', sheet: 'survey', row: 3, column: 'C', name: 'c' },
    ])
    const twice = `${header}|relevant\nbegin group|g|G\ntext|a|A\nend group\nbegin group|h|H\ntext|a|A\nend group\ntext|b|B|\${a} = 1`
    expect(places(read(twice).errors)).toEqual(['ambiguousReference@D8'])
  })
})

describe('expressions', () => {
  test('one that does not parse is refused at its cell, with the place inside it', () => {
    expect(read(`${header}|constraint\ninteger|a|A|. > (1`).errors).toMatchObject([
      {
        code: 'badExpression',
        row: 2,
        column: 'D',
        expression: '. > (1',
        error: { type: 'unexpectedEnd', at: 6 },
      },
    ])
  })

  test('curly quotation marks are straightened, and left alone where they are part of a text', () => {
    const form = mustRead(`${header}|relevant\ntext|a|A|\ntext|b|B|\${a} = ‘x’\ntext|c|C|\${a} = '“x”'`)
    expect(questionsOf(form)).toMatchObject({
      b: { relevance: "${a} = 'x'" },
      c: { relevance: "${a} = '“x”'" },
    })
  })

  test('calculations that go in circles are spelled out', () => {
    const { errors } = read(
      `${header}|calculation\ncalculate|a||\${b} + 1\ncalculate|b||\${c}\ncalculate|c||\${a}`,
    )
    expect(errors).toEqual([
      { code: 'cycle', sheet: 'survey', row: 2, column: 'D', cycle: ['a', 'b', 'c', 'a'] },
    ])
  })

  test("Excel's truth values are true() and false(), also in relevant", () => {
    const form = readXlsform({
      sheets: [
        {
          name: 'survey',
          rows: [
            ['type', 'name', 'label', 'relevant', 'required'],
            ['text', 'a', 1, false, true],
            ['text', 'b', 'B', null, 'No'],
          ],
        },
      ],
    }).form
    expect(form && questionsOf(form)).toMatchObject({
      a: { label: { vi: '1' }, relevance: 'false()', required: true },
      b: { required: false },
    })
  })

  test('a default is a text unless it has a reference, a call or an operator', () => {
    const form = mustRead(`${header}|default
      text|a|A|http://getodk.org/
      integer|b|B|-5
      text|c|C|012
      date|d|D|2017-10-16
      date|e|E|today()
      text|f|F|it's
      text|g|G|C++
      text|h|H|\${a}`)
    expect(Object.values(questionsOf(form)).map(question => question.default)).toEqual([
      "'http://getodk.org/'", '-5', "'012'", "'2017-10-16'", 'today()', `"it's"`, "'C++'", '${a}',
    ]) // prettier-ignore
  })
})

describe('choices', () => {
  const choices = 'list_name|name|label\nyn|yes|Yes\nyn|no|No'

  test('options stand in the question that alone uses them, and in a list when several do', () => {
    const one = mustRead(`${header}\nselect_one yn|a|A`, { choices })
    expect(one.choiceLists).toBeUndefined()
    expect(questionsOf(one)['a']).toMatchObject({ options: [{ value: 'yes' }, { value: 'no' }] })
    const two = mustRead(`${header}\nselect_one yn|a|A\nselect all that apply from yn|b|B`, { choices })
    expect(two.choiceLists?.['yn']).toHaveLength(2)
    expect(questionsOf(two)).toMatchObject({ a: { list: 'yn' }, b: { list: 'yn', type: 'select_multiple' } })
  })

  test('a filter reads the other columns of the choices', () => {
    const form = mustRead(`${header}|choice_filter\ntext|r|R|\nselect_one d|a|A|region = \${r}`, {
      choices: 'list_name|name|label|region\nd|x|X|north\nd|y|Y|south',
    })
    expect(form.choiceLists?.['d']?.[0]).toEqual({
      value: 'x',
      label: { vi: 'X', en: 'X' },
      columns: { region: 'north' },
    })
    expect(questionsOf(form)['a']).toMatchObject({ list: 'd', choiceFilter: 'region = ${r}' })
  })

  test('or_other adds an option and a question', () => {
    const form = mustRead(`${header}\nselect_one yn or_other|a|A`, { choices })
    expect(form.sections[0]?.items).toMatchObject([
      { id: 'a', orOther: true, options: [{ value: 'yes' }, { value: 'no' }, { value: 'other' }] },
      { id: 'a_other', type: 'text', relevance: "selected(${a}, 'other')" },
    ])
  })

  test('a missing list, a choice twice, a space in a choice are errors; a list unused is none', () => {
    expect(read(`${header}\nselect_one yn|a|A`).errors).toEqual([
      { code: 'listMissing', sheet: 'survey', row: 2, column: 'A', list: 'yn', where: 'choices' },
    ])
    expect(places(read(`${header}\nselect_one|a|A`, { choices }).errors)).toEqual(['listNotNamed@A2'])
    expect(
      places(read(`${header}\nselect_one yn|a|A`, { choices: `${choices}\nyn|no|Nope` }).errors),
    ).toEqual(['duplicateChoice@B4'])
    expect(
      places(read(`${header}\nselect_multiple yn|a|A`, { choices: `${choices}\nyn|not sure|?` }).errors),
    ).toEqual(['spaceInChoice@B4'])
    expect(places(read(`${header}\ntext|a|A`, { choices }).warnings)).toEqual(['listNotUsed@A2'])
  })

  test('choices from an attached CSV file; a question whose file is not there becomes a text', () => {
    const survey = `${header}|parameters\nselect_one_from_file cities.csv|a|A|value=code`
    const files = { 'cities.csv': 'code,label,zone\nhn,"Hà Nội, VN",1\n' }
    const form = mustRead(survey, { options: { files } })
    expect(questionsOf(form)['a']).toMatchObject({
      options: [{ value: 'hn', label: { vi: 'Hà Nội, VN' }, columns: { zone: '1' } }],
    })
    expect(form.tables).toEqual({ cities: [['code', 'label', 'zone'], ['hn', 'Hà Nội, VN', '1']] }) // prettier-ignore
    const without = read(survey)
    expect(places(without.warnings)).toEqual(['fileNotAttached@A2'])
    expect(without.form && questionsOf(without.form)['a']?.type).toBe('text')
  })
})

describe('languages', () => {
  test('what is not given in Vietnamese or English says what the default language says', () => {
    const form = mustRead(
      `type|name|label::Français (fr)|label::English (en)|hint|constraint|constraint_message:Tiếng Việt
       text|a|Nom|Name|Tip|. != ''|Nhập`,
      { settings: 'form_id|version|default_language\nf|1|Français (fr)' },
    )
    expect(form).toMatchObject({ defaultLanguage: 'fr', languages: { fr: 'Français' } })
    expect(questionsOf(form)['a']).toMatchObject({
      label: { fr: 'Nom', en: 'Name', vi: 'Nom' },
      hint: { fr: 'Tip', vi: 'Tip', en: 'Tip' },
      constraint: { message: { vi: 'Nhập', en: 'Nhập' } },
    })
  })
})

describe('sheets and columns', () => {
  test('a workbook without a survey says which sheets it has', () => {
    expect(readXlsform(aWorkbook({ Sheet1: 'a' })).errors).toEqual([
      { code: 'sheetMissing', sheet: 'survey', found: ['Sheet1'] },
    ])
    expect(readXlsform({ sheets: [] }).errors).toHaveLength(1)
    expect(places(readXlsform(aWorkbook({ survey: header })).errors)).toEqual(['noQuestions@'])
  })

  test('headers are read whatever their case and spelling', () => {
    const form = readXlsform(
      aWorkbook({
        ' Survey ':
          'Type|NAME|Label|bind::relevance|Read Only|bind:jr:constraintMsg|constraint\ntext|a|A||yes|No|1',
        CHOICES: 'list name|value|caption\nx|y|Z',
      }),
    ).form
    expect(form && questionsOf(form)['a']).toMatchObject({
      readonly: true,
      constraint: { expr: '1', message: { vi: 'No' } },
    })
  })

  test('the same column twice, also under two names, is refused', () => {
    expect(read('type|name|label|label\ntext|a|A|B').errors).toEqual([
      { code: 'duplicateColumn', sheet: 'survey', row: 1, column: 'D', header: 'label', other: 'C' },
    ])
    expect(places(read('type|name|label|relevant|relevance\ntext|a|A|1|1').errors)).toEqual([
      'duplicateColumn@E1',
    ])
  })

  test('a column that is not known is told once, one that is empty not at all', () => {
    const { warnings } = read('type|name|label|colour|empty|media::image\ntext|a|A|red||a.png\ntext|b|B|red')
    expect(places(warnings)).toEqual(['unknownColumn@D1', 'imageNotAttached@F2'])
  })

  test('rows without a type', () => {
    const { errors, warnings } = read(`${header}|hint\n|||\n|||note to self\n||Label|\ntext|a|A|\n# x|b|B|`)
    expect(places(warnings)).toEqual(['rowWithoutType@A3'])
    expect(places(errors)).toEqual(['typeMissing@A4', 'unknownType@A6'])
  })

  test('more rows than a form may have are not read', () => {
    const rows = Array.from({ length: 5_001 }, (_, at) => `note|n${at}|N`).join('\n')
    expect(read(`${header}\n${rows}`).errors).toMatchObject([
      { code: 'tooManyRows', row: 5_002, limit: 5_000 },
    ])
  })
})

describe('types', () => {
  test.each([
    ['int', '', { type: 'integer' }],
    ['datetime', '', { type: 'dateTime' }],
    ['photo', '', { type: 'photo' }],
    ['image', 'signature', { type: 'signature' }],
    ['image', 'draw', { type: 'photo', appearance: 'draw' }],
    ['text', 'multiline', { type: 'textarea' }],
    ['text', 'w1 multiline', { type: 'textarea', appearance: 'w1 multiline' }],
    ['location', '', { type: 'geopoint' }],
    ['trigger', '', { type: 'acknowledge' }],
    ['range', 'rating', { type: 'rating', min: 1, max: 10 }],
    ['start', '', { type: 'metadata', source: 'start' }],
    ['imei', '', { type: 'metadata', source: 'deviceid' }],
    ['hidden', '', { type: 'hidden' }],
  ])('%s with appearance "%s"', (type, appearance, expected) => {
    const question = questionsOf(mustRead(`${header}|appearance\n${type}|a|A|${appearance}`))['a']
    expect(question).toMatchObject(expected)
    expect(question?.appearance).toBe('appearance' in expected ? expected.appearance : undefined)
  })

  test('what there is no question for is kept as something else, left out or refused', () => {
    const { form, warnings } = read(`${header}\ngeotrace|a|A\nvideo|b|B\naudit|audit|`)
    expect(warnings.map(({ code }) => code)).toEqual(['typeDegraded', 'typeDegraded', 'typeIgnored'])
    expect(form?.sections[0]?.items.map(({ type }) => type)).toEqual(['text', 'file'])
    expect(
      places(read(`${header}\ncascading_select x|a|A\nbegin loop over x|l|L\nwonder|c|C`).errors),
    ).toEqual(['unsupportedType@A2', 'unsupportedType@A3', 'unknownType@A4'])
  })

  test('parameters', () => {
    const form = mustRead(
      `${header}|parameters
      range|a|A|start=0;end = 5, step=0.5
      image|b|B|max-pixels=1024
      select_one x|c|C|randomize=true seed=\${a}`,
      { choices: 'list_name|name|label\nx|y|Z' },
    )
    expect(questionsOf(form)).toMatchObject({
      a: { min: 0, max: 5, step: 0.5 },
      b: { parameters: { 'max-pixels': '1024' } },
      c: { randomize: { seed: '${a}' } },
    })
    expect(places(read(`${header}|parameters\nrange|a|A|start=5 end=5`).errors)).toEqual(['badValue@D2'])
  })

  test('a calculation is needed to calculate', () => {
    expect(places(read(`${header}|calculation\ncalculate|a||`).errors)).toEqual(['calculationMissing@D2'])
  })

  test('our own columns: clause, weight, critical, gate, evidence', () => {
    const form = mustRead(
      `${header}|clause|weight|critical|gate|evidence|soft_constraint|soft_constraint_message|min
      integer|a|A|4.2.3, 8.2.2|2|yes|must|note photo!|. < 9|Sure?|1`,
    )
    expect(questionsOf(form)['a']).toMatchObject({
      clause: ['4.2.3', '8.2.2'],
      weight: 2,
      critical: true,
      gate: 'must',
      evidence: { note: true, photo: 'required' },
      softConstraint: { expr: '. < 9', message: { en: 'Sure?' } },
      min: 1,
    })
    expect(places(read(`${header}|weight|gate\ntext|a|A|heavy|maybe`).errors)).toEqual([
      'badValue@D2',
      'badValue@E2',
    ])
  })
})
