import { isDeeperThan } from '../../lib/is-deeper-than.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import { checkFormVersion } from './check-form-version.ts'
import { fillOptions } from './fill-options.ts'
import type { FormPath, FormProblem } from './form-problem.ts'
import { formVersionSchema } from './form-version-schema.ts'
import type { FormVersion } from './form-version.ts'

/** A group takes two levels, and an XLSForm may have a hundred of them in each other. */
const mostLevels = 250

/** Reads a form version from JSON, or says all that is wrong with it. */
export function parseFormVersion(json: unknown): Result<FormVersion, readonly FormProblem[]> {
  if (isDeeperThan(json, mostLevels))
    return err([{ code: 'invalidShape', path: [], expected: 'fewer_levels' }])
  const parsed = formVersionSchema.safeParse(json)
  if (!parsed.success) return err(parsed.error.issues.flatMap(toProblems))
  const form = parsed.data as FormVersion
  const problems = checkFormVersion(form)
  return problems.length === 0 ? ok(fillOptions(form)) : err(problems)
}

type Issue = NonNullable<ReturnType<typeof formVersionSchema.safeParse>['error']>['issues'][number]

function toProblems(issue: Issue): readonly FormProblem[] {
  const path: FormPath = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => ({ code: 'unknownKey', path, key }))
  return [{ code: 'invalidShape', path, expected: issue.code }]
}
