import { compileForm } from '../forms/compile-form.ts'
import type { FormPath, FormProblem } from '../forms/form-problem.ts'
import type { FormVersion } from '../forms/form-version.ts'
import { parseFormVersion } from '../forms/parse-form-version.ts'
import type { Problems } from './problems.ts'
import type { ChoiceList } from './read-choices.ts'
import type { SurveyNode } from './survey-node.ts'
import type { XlsformPlace, XlsformProblem } from './xlsform-problem.ts'

/** Where the parts of a form came from. */
export interface FormOrigin {
  readonly rowOf: ReadonlyMap<unknown, SurveyNode>
  readonly byId: ReadonlyMap<string, SurveyNode>
  readonly lists: ReadonlyMap<string, ChoiceList>
  /** Name of the survey sheet. */
  readonly sheet: string
}

const columns: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  calculation: 'calculation',
  default: 'default',
  required: 'required',
  readonly: 'read_only',
  constraint: 'constraint',
  softConstraint: 'soft_constraint',
  choiceFilter: 'choice_filter',
  count: 'repeat_count',
  randomize: 'parameters',
  trigger: 'trigger',
  optionsFrom: 'type',
  label: 'label',
  hint: 'hint',
}

/** Proves that what was put together is a form that can be filled; what is wrong is told at the row it came from. */
export function proveForm(form: unknown, origin: FormOrigin, problems: Problems): FormVersion | undefined {
  const parsed = parseFormVersion(form)
  const compiled = parsed.ok ? compileForm(parsed.value) : parsed
  const tell = (problem: FormProblem): XlsformProblem => toXlsformProblem(problem, form, origin)
  if (compiled.ok) problems.warnings.push(...compiled.value.warnings.map(tell))
  else problems.errors.push(...compiled.error.map(tell))
  return parsed.ok && problems.errors.length === 0 ? parsed.value : undefined
}

function toXlsformProblem(problem: FormProblem, form: unknown, origin: FormOrigin): XlsformProblem {
  const { node, field } = find(problem.path, form, origin)
  const place: XlsformPlace = node?.row.place(columns[field ?? '']) ?? { sheet: origin.sheet }
  switch (problem.code) {
    case 'badExpression':
      return { code: 'badExpression', ...place, expression: problem.expression, error: problem.error }
    case 'unknownReference':
      return { code: 'unknownReference', ...place, name: problem.name }
    // `yes` for `'yes'` is a common slip, not a form that cannot be filled.
    case 'unknownColumn':
      return { code: 'unknownChoiceColumn', ...place, name: problem.name }
    case 'cycle':
      return { code: 'cycle', ...placeOfCycle(problem.cycle, origin), cycle: problem.cycle }
    case 'spaceInOption':
    case 'duplicateOption': {
      const list = node?.list ?? ''
      const at = problem.path.at(-2)
      const rows = origin.lists.get(list)?.rows
      const row = typeof at === 'number' ? rows?.[at]?.place('name') : undefined
      if (problem.code === 'spaceInOption')
        return { code: 'spaceInChoice', ...(row ?? place), list, value: problem.value }
      const first = rows?.find(one => one.text('name') === problem.value)
      return {
        code: 'duplicateChoice',
        ...(row ?? place),
        list,
        value: problem.value,
        otherRow: first?.row ?? 0,
      }
    }
    case 'invalidShape':
    case 'unknownKey':
    case 'duplicateId':
    case 'unknownList':
    case 'emptyRange':
    case 'bandsOutOfOrder':
      return {
        code: 'invalidForm',
        ...place,
        path: problem.path.join('.'),
        expected: 'expected' in problem ? problem.expected : problem.code,
      }
  }
}

/** The innermost item on a path, and the field of it that the path goes on to. */
function find(
  path: FormPath,
  form: unknown,
  origin: FormOrigin,
): { readonly node?: SurveyNode; readonly field?: string } {
  let part = form
  let found: { node?: SurveyNode; field?: string } = {}
  path.forEach((key, at) => {
    part = (part as Record<PropertyKey, unknown> | null | undefined)?.[key]
    const node = origin.rowOf.get(part)
    const field = path[at + 1]
    if (node) found = { node, ...(typeof field === 'string' ? { field } : {}) }
  })
  return found
}

/** The first row of the cycle, at the cell that reads the next. */
function placeOfCycle(cycle: readonly string[], { byId, sheet }: FormOrigin): XlsformPlace {
  const row = byId.get(cycle[0] ?? '')?.row
  const column = ['calculation', 'relevant', 'repeat_count', 'choice_filter'].find(one => row?.has(one))
  return row?.place(column ?? 'type') ?? { sheet }
}
