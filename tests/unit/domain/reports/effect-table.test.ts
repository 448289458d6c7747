import { expect, test } from 'vitest'
import enTables from '../../../../locales/en/tables.json' with { type: 'json' }
import viTables from '../../../../locales/vi/tables.json' with { type: 'json' }
import { judgeEffect, verdicts } from '../../../../src/domain/qms/effect/judge-effect.ts'
import { effectColumns } from '../../../../src/domain/reports/tables/effect-table.ts'
import { makeTable } from '../../../../src/domain/reports/tables/report-table.ts'
import { aCommune } from '../../../support/a-commune-record.ts'
import { facts } from '../../../support/qms-facts.ts'
import { wordsOf } from '../../../support/words-of.ts'

const evaluation = {
  thing: 'e',
  isSent: true,
  on: '2018-05-01',
  answers: { 'ef_sat_n@ef_months.2': 20, 'ef_sat_yes@ef_months.2': 15 },
  useScore: undefined,
}
const effect = judgeEffect(
  {
    qms: facts(),
    survey: undefined,
    citizens: [],
    evaluation,
    findForm: () => undefined,
    dayOf: () => '2018-05-01',
  },
  '2018-05-01',
)

test.each([
  ['vi', viTables],
  ['en', enTables],
] as const)('the table of the effect has a row for each indicator, in words (%s)', (language, texts) => {
  const words = wordsOf(texts)
  const same = (text: string): string => text
  const names = {
    words,
    text: (text: Readonly<Record<string, string>>) => text[language] ?? '',
    person: same,
    owners: () => '',
    area: same,
    grade: same,
    state: (_: string, state: string) => state,
  }
  const rows = effect.indicators.map(judged => ({ unit: aCommune('06010'), district: undefined, judged }))
  const table = makeTable('effect', effectColumns, rows, names)
  expect(table.rows).toHaveLength(effect.indicators.length)
  // Words that are not there are shown by their key.
  for (const word of [table.name, ...table.header, ...verdicts.map(one => words(`verdict.${one}`))])
    expect(word).not.toMatch(/^(?:column|name|verdict)\./u)
  const rate = rows.findIndex(({ judged }) => judged.indicator.id === 'satisfaction_rate')
  expect(table.rows[rate]?.slice(-6)).toEqual([null, null, 75, null, 80, words('verdict.notMet')])
})
