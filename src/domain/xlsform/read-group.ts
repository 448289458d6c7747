import { toDraft, type Draft } from './draft.ts'
import type { FoundExpression } from './expression-cell.ts'
import { applyPatch } from './patch.ts'
import type { Problems } from './problems.ts'
import { createRowReader, warnOfIdle } from './row-reader.ts'
import type { XlsformRow } from './xlsform-row.ts'

/** What a group has nothing of; pyxform refuses `required`, and passes over the others. */
const ofQuestions = [
  'required', 'constraint', 'soft_constraint', 'calculation', 'default', 'trigger', 'choice_filter', 'parameters',
] // prettier-ignore

/** Reads the row that opens a group or repeat. */
export function readGroup(
  row: XlsformRow,
  kind: 'group' | 'repeat',
  found: FoundExpression[],
  problems: Problems,
): Draft {
  const reader = createRowReader(row, found, problems)
  warnOfIdle(reader, [...ofQuestions, ...(kind === 'group' ? ['repeat_count'] : [])])
  if (row.has('image'))
    problems.warnings.push({ code: 'mediaNotShown', ...row.place('image'), header: 'image' })
  const draft = toDraft({
    type: kind,
    label: row.local('label'),
    hint: row.local('hint'),
    relevance: reader.expression('relevant'),
    appearance: reader.text('appearance'),
    count: kind === 'repeat' ? reader.expression('repeat_count') : undefined,
  })
  return applyPatch(draft, reader.patch())
}
