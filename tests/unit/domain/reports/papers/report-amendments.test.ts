import { expect, test } from 'vitest'
import { reportAmendments } from '../../../../../src/domain/reports/papers/report-amendments.ts'
import { given } from '../../../../support/every-paper.ts'
import { amendedFinding, finding } from '../../../../support/qms-facts.ts'

const { names } = given('vi')
const number = '06010/2017/4-1'

test('an amendment that a second person agreed to stands in the annex: as signed, as amended, why and by whom', () => {
  const [annex] = reportAmendments(new Map([[`${number}/7-1`, amendedFinding()]]), { number, names })
  const table = annex?.blocks.find(({ type }) => type === 'table')
  if (table?.type !== 'table') throw new Error('there is no table')
  expect(table.rows).toHaveLength(1)
  expect(table.rows[0]?.slice(0, 4)).toEqual(['7-1', 'Bộ phận', 'Bộ phận oneStop', 'Bộ phận land'])
  expect(table.rows[0]?.[4]).toMatch(/^Ghi nhầm bộ phận\nÔng tuan đề nghị lúc .+; Ông van đồng ý$/u)
})

test('what waits for a second person is not on paper, and a report without amendments has no annex', () => {
  const annexes = reportAmendments(new Map([[`${number}/7-1`, amendedFinding()]]), { number, names })
  expect(JSON.stringify(annexes)).not.toContain('Chưa ai đồng ý')
  expect(reportAmendments(new Map([[`${number}/7-2`, finding('minor')]]), { number, names })).toEqual([])
})
