import { describe, expect, test } from 'vitest'
import { readXlsform } from '../../../../src/domain/xlsform/read-xlsform.ts'
import { writeXlsform } from '../../../../src/domain/xlsform/write-xlsform.ts'
import { aWorkbook, mustRead, places, questionsOf, read } from './a-workbook.ts'

const header = 'type|name|label'

describe('choices', () => {
  const twins = 'list_name|name|label\nshop|other|Other shop\nshop|other|Other market'
  const allowed = 'form_id|version|allow_choice_duplicates\nf|1|yes'

  test('a value that the settings allow to stand twice stands in a list of the form, also for one question', () => {
    const survey = `${header}\nselect_one shop|where|Where`
    expect(mustRead(survey, { choices: twins, settings: allowed }).choiceLists?.['shop']).toHaveLength(2)
    expect(places(read(survey, { choices: twins }).errors)).toEqual(['duplicateChoice@B3'])
  })

  test('choices of the sheet external_choices are filtered like others', () => {
    const { form, errors, warnings } = readXlsform(
      aWorkbook({
        survey: `${header}|choice_filter
          select_one area|province|Province|
          select_one_external area|commune|Commune|province = \${province}`,
        choices: 'list_name|name|label\narea|cb|Cao Bằng\narea|ls|Lạng Sơn',
        external_choices: 'list_name|name|province\narea|Cao Minh|ls\narea|Yên Sơn|cb\narea|Yên Sơn|ls',
        settings: 'form_id|version\nf|1',
      }),
    )
    expect(errors).toEqual([])
    expect(warnings).toEqual([])
    expect(questionsOf(mustHave(form))['commune']).toMatchObject({
      type: 'select_one',
      choiceFilter: 'province = ${province}',
      options: [
        { value: 'Cao Minh', label: { vi: 'Cao Minh' }, columns: { province: 'ls' } },
        { value: 'Yên Sơn', columns: { province: 'cb' } },
        { value: 'Yên Sơn', columns: { province: 'ls' } },
      ],
    })
    expect(questionsOf(mustHave(form))['province']).toMatchObject({
      options: [{ value: 'cb' }, { value: 'ls' }],
    })
    expect(readXlsform(writeXlsform(mustHave(form))).form).toEqual(form)
  })

  test('a list that external_choices has not is told with that sheet', () => {
    expect(read(`${header}\nselect_one_external area|a|A`).errors).toMatchObject([
      { code: 'listMissing', list: 'area', where: 'external_choices' },
    ])
  })

  test('choices may be the answers of a repeat, and are written as they were', () => {
    const survey = `${header}|choice_filter
      begin repeat|person|Person|
      text|name|Name|
      integer|age|Age|
      end repeat|||
      select_one \${name}|head|Head|\${age} > 17
      select_multiple \${name}|others|Others|
      rank \${name}|order|Order|
      select_one \${name} or_other|else|Else|`
    const { form, errors, warnings } = read(survey)
    expect(errors).toEqual([])
    expect(warnings).toMatchObject([{ code: 'choicesFromRepeat', row: 9 }])
    expect(questionsOf(mustHave(form))).toMatchObject({
      head: { type: 'select_one', optionsFrom: 'name', choiceFilter: '${age} > 17', options: [] },
      others: { type: 'select_multiple', optionsFrom: 'name' },
      order: { type: 'rank', optionsFrom: 'name' },
      else: { type: 'text' },
    })
    const written = writeXlsform(mustHave(form))
    expect(written.sheets[0]?.rows.map(row => row[0])).toContain('select_one ${name}')
    expect(readXlsform(written).form).toEqual(form)
    expect(places(read(`${header}\nselect_one \${nobody}|head|Head`).errors)).toEqual(['unknownReference@A2'])
  })

  test('search() in an appearance takes the choices of the file, filtered as it says', () => {
    const survey = `${header}|appearance
      text|district|District|
      select_one place|a|A|minimal search('places', 'matches', 'huyen', \${district})
      select_one place|b|B|search('places.csv', 'contains', 'ten, huyen', 'Sơn')`
    const choices = 'list_name|name|label\nplace|ma|ten\nplace|0|None'
    const files = { 'places.csv': 'ma,ten,huyen\n1,Cao Minh,td\n2,Yên Sơn,nc' }
    const form = mustRead(survey, { choices, options: { files } })
    expect(questionsOf(form)).toMatchObject({
      a: {
        appearance: 'minimal',
        choiceFilter: 'huyen = ${district}',
        options: [
          { value: '0', label: { en: 'None' } },
          { value: '1', label: { en: 'Cao Minh' }, columns: { huyen: 'td' } },
          { value: '2' },
        ],
      },
      b: { choiceFilter: "(contains(ten, 'Sơn') or contains(huyen, 'Sơn'))" },
    })
    expect(questionsOf(form)['b']?.appearance).toBeUndefined()
    const without = read(survey, { choices })
    expect(without.form?.sections[0]?.items.map(({ type }) => type)).toEqual(['text', 'text', 'text'])
    expect(without.warnings.filter(({ code }) => code === 'fileNotAttached')).toHaveLength(2)
  })

  test.each([
    "search('places'",
    'search(places)',
    "search('places', 'near', 'ma', '1')",
    "search('places', 'matches', 'm a', '1')",
  ])('a search that is not understood is refused at its cell: %s', appearance => {
    const options = { files: { 'places.csv': 'name,label\n1,A' } }
    const survey = `${header}|appearance\nselect_one place|a|A|${appearance}`
    const { errors } = read(survey, { choices: 'list_name|name|label\nplace|name|label', options })
    expect(places(errors)).toEqual(['badValue@D2'])
  })

  test('an "other" that the filter would never show is warned of', () => {
    const survey = `${header}|choice_filter\ntext|z|Z|\nselect_one m or_other|a|A|g = \${z}`
    expect(places(read(survey, { choices: 'list_name|name|label|g\nm|y|Y|x' }).warnings)).toEqual([
      'otherFiltered@D3',
    ])
  })
})

describe('loops', () => {
  const choices = `list_name|name|label::English|label::Vietnamese
    animal|pig|Pig|Lợn
    animal|hen|$& Hen|Gà`
  const survey = `type|name|label::English|label::Vietnamese|relevant
    begin loop over animal|herd|Animals|Vật nuôi|
    integer|many|How many? (%(label)s)|Bao nhiêu %(label)s?|'%(name)s' != ''
    end loop||||
    note|bye|Bye|Chào|`

  test('the questions of a loop stand in a group for each choice, with its name and label', () => {
    const form = mustRead(survey, { choices })
    expect(form.sections.map(({ id }) => id)).toEqual(['herd', '_1'])
    expect(form.sections[0]?.title).toEqual({ vi: 'Vật nuôi', en: 'Animals' })
    expect(form.sections[0]?.items).toMatchObject([
      {
        type: 'group',
        id: 'pig',
        label: { en: 'Pig', vi: 'Lợn' },
        items: [
          {
            id: 'herd.pig.many',
            label: { en: 'How many? (Pig)', vi: 'Bao nhiêu Lợn?' },
            relevance: "'pig' != ''",
          },
        ],
      },
      { id: 'hen', items: [{ label: { en: 'How many? ($& Hen)', vi: 'Bao nhiêu Gà?' } }] },
    ])
    expect(read(survey, { choices }).warnings).toEqual([])
  })

  test('a loop that would make more rows than a form may have is refused where it begins', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => `a|x${at}|X`).join('\n')
    const { errors } = read(`${header}\nbegin loop over a|l|L\ntext|t|T\nend loop`, {
      choices: `list_name|name|label\n${many}`,
    })
    expect(errors).toMatchObject([{ code: 'tooManyRows', row: 2, column: 'A', limit: 5_000 }])
  })

  test('a loop over no list, in a loop, or without an end is refused where it begins', () => {
    expect(places(read(survey).errors)).toEqual(['listMissing@A2'])
    const inner = `${header}\nbegin loop over a|l|L\nbegin loop over a|m|M\ntext|t|T\nend loop\nend loop`
    expect(places(read(inner, { choices: 'list_name|name|label\na|x|X' }).errors)).toContain(
      'unsupportedType@A2',
    )
    expect(places(read(`${header}\nbegin_loop over a|l|L\ntext|t|T`).errors)).toEqual(['unsupportedType@A2'])
  })
})

describe('cells', () => {
  test('the old setting id_string stands back behind form_id', () => {
    const { form, warnings } = read(`${header}\ntext|a|A`, {
      settings: 'id_string|version|form_id\nold|1|new',
    })
    expect(form?.id).toBe('new')
    expect(places(warnings)).toEqual(['columnNotUsed@A1'])
    expect(
      places(read(`${header}\ntext|a|A`, { settings: 'id_string|form_id|form_id\na|b|c' }).errors),
    ).toEqual(['duplicateColumn@C1'])
  })

  test('an answer of the last saved response is an empty text, and that is told', () => {
    const { form, warnings } = read(
      `${header}|default\ninteger|a|A|if(\${last-saved#a} = '', 1, \${ last-saved#a } + 1)`,
    )
    expect(questionsOf(mustHave(form))['a']?.default).toBe("if('' = '', 1, '' + 1)")
    expect(places(warnings)).toEqual(['lastSavedNotKept@D2'])
  })

  test.each([
    ['the form_id', '/f/n'],
    ['the file', '/survey_2024/n'],
    ['the setting name', '/household/n'],
  ])('a path from the top may begin with %s', (_, path) => {
    const { form } = read(
      `${header}|calculation|relevant\ninteger|n|N||\ntext|t|T||${path} div 2 = 1 and '/f/n' != \${n}/../n`,
      { settings: 'form_id|version|name\nf|1|household', options: { fileName: 'survey_2024' } },
    )
    expect(questionsOf(mustHave(form))['t']?.relevance).toBe("/data/n div 2 = 1 and '/f/n' != ${n}/../n")
    expect(places(read(`${header}|relevant\ninteger|n|N|\ntext|t|T|/other/n = 1`).errors)).toEqual([
      'unknownReference@D3',
    ])
  })

  test('a list or file that is looked into and is not there is told', () => {
    const survey = `${header}|calculation
      select_one x|a|A|
      calculate|b||pulldata('prices', 'price', 'code', \${a}) + instance('x')/root/item[1]/name
      calculate|c||instance("trees")/root/item[name = \${a}]/label
      calculate|d||pulldata('prices.csv', 'a', 'b', \${a})`
    const choices = 'list_name|name|label\nx|y|Z'
    const { warnings } = read(survey, { choices, options: { files: { 'prices.csv': 'code,price\ny,3' } } })
    expect(warnings).toMatchObject([
      { code: 'tableMissing', row: 4, column: 'D', table: 'trees' },
      { code: 'tableMissing', row: 5, column: 'D', table: 'prices.csv' },
    ])
  })

  test('an expression in a label, which pyxform would compute, is told', () => {
    const survey = `${header}|hint
      select_one x|a|A|
      note|n|You are instance('x')/root/item[name = \${a}]/label|
      note|m|For instance (see the list)|instance("x")/root/item[1]/label`
    const { form, warnings } = read(survey, { choices: 'list_name|name|label\nx|y|Z' })
    expect(form).toBeDefined()
    expect(places(warnings)).toEqual(['expressionShown@C3', 'expressionShown@D4'])
  })

  test('parameters that nothing follows are told, those with a wrong value refused', () => {
    const choices = 'list_name|name|label\nx|y|Z'
    const survey = (parameters: string) => `${header}|parameters\nselect_one x|c|C|${parameters}`
    const told = (parameters: string) => read(survey(parameters), { choices })
    expect(told('step=10').warnings).toMatchObject([
      { code: 'parameterNotUsed', column: 'D', parameter: 'step' },
    ])
    expect(told('seed=42').warnings).toMatchObject([{ code: 'parameterNotUsed', parameter: 'seed' }])
    expect(told('randomize=true seed=42').warnings).toEqual([])
    expect(places(told('randomize=maybe').errors)).toEqual(['badValue@D2'])
  })

  test('old types carry the limits that they promise', () => {
    const form = mustRead(`${header}|constraint
      percentage|a|A|
      percentage|b|B|. < 50
      number of days in last month|c|C|
      phone number|d|D|`)
    expect(questionsOf(form)).toMatchObject({
      a: { type: 'integer', constraint: { expr: '0 <= . and . <= 100' } },
      b: { constraint: { expr: '. < 50' } },
      c: { constraint: { expr: '0 <= . and . <= 31' } },
      d: { type: 'text', constraint: { expr: "regex(., '^\\d*$')" } },
    })
  })

  test('a question for OpenStreetMap becomes a text', () => {
    const { form, warnings } = read(`${header}\nosm building_tags|a|A\nosm|b|B`)
    expect(form?.sections[0]?.items.map(({ type }) => type)).toEqual(['text', 'text'])
    expect(places(warnings)).toEqual(['typeDegraded@A2', 'typeDegraded@A3'])
  })

  test('what computes itself needs no label', () => {
    const survey = `${header}|calculation|trigger\ninteger|a||1 + 1|\ndate|b|||\${a}\ntext|c|||`
    expect(places(read(survey).warnings)).toEqual(['labelMissing@C4'])
  })

  test.each([
    ['integer', '7 - 4', '7 - 4'],
    ['text', '../a - ../b', '../a - ../b'],
    ['text', 'Xã - phường', "'Xã - phường'"],
    ['text', '10 - 20', "'10 - 20'"],
    ['integer', 'foo', "'foo'"],
    ['integer', 'f-4', "'f-4'"],
    ['date', '2022-03-14', "'2022-03-14'"],
  ])('a default of %s: %s', (type, text, expression) => {
    const form = mustRead(`${header}|default\ntext|a|A|\ntext|b|B|\n${type}|q|Q|${text}`)
    expect(questionsOf(form)['q']?.default).toBe(expression)
  })

  test.each(['include other_form', 'cascading_select cities', 'end loop'])(
    '%s is refused as what it is',
    type => {
      expect(places(read(`${header}\n${type}|a|A`).errors)).toEqual(['unsupportedType@A2'])
    },
  )
})

function mustHave<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing there')
  return value
}
