import { parsePersonRun } from '../../../domain/qms/person-run.ts'
import { latestResults, readTestResult, type TestResult } from '../../../domain/qms/test-results.ts'
import { responseType } from '../../../domain/responses/response-fields.ts'
import { readResponse } from '../../../domain/responses/response.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import type { Row } from '../../../sync/replica/row.ts'
import { toStored } from '../../context/use-audit.ts'

/** The latest graded quiz of each person, by their key, out of all rows of a commune's feed. */
export function listQuizResults(rows: readonly Row[], form: string): ReadonlyMap<string, TestResult> {
  const own = rows.filter(({ type, thing }) => type === responseType && parsePersonRun(thing)?.form === form)
  const results = [...Map.groupBy(own, row => row.thing)].flatMap(([thing, fields]) => {
    const stored = toStored(fields)
    const response = readResponse(stored)
    const sent = response.moves.findLast(({ to }) => to === 'sent')
    const result = sent && readTestResult(thing, stored, response, vietnamDayOf(sent.at))
    return result && response.state !== 'returned' ? [result] : []
  })
  return latestResults(results, { staff: new Map() })
}
