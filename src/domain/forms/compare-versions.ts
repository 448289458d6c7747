import { isSameJson, type JsonValue } from '../../lib/json-value.ts'
import type { FormVersion, Question } from './form-version.ts'
import { listQuestions } from './list-questions.ts'

/** What of a question is another in the later version. */
export type QuestionAspect = 'type' | 'words' | 'options' | 'logic' | 'score' | 'place' | 'other'

export interface ChangedQuestion {
  readonly before: Question
  readonly after: Question
  readonly aspects: readonly QuestionAspect[]
}

/** In the order of the later form; what was removed, of the earlier one. */
export interface VersionChanges {
  readonly added: readonly Question[]
  readonly removed: readonly Question[]
  readonly changed: readonly ChangedQuestion[]
}

const aspectOf: Readonly<Record<string, QuestionAspect>> = {
  type: 'type',
  label: 'words',
  hint: 'words',
  requiredMessage: 'words',
  evidenceToSee: 'words',
  unit: 'words',
  options: 'options',
  list: 'options',
  choiceFilter: 'options',
  optionsFrom: 'options',
  randomize: 'options',
  orOther: 'options',
  required: 'logic',
  relevance: 'logic',
  constraint: 'logic',
  softConstraint: 'logic',
  calculation: 'logic',
  default: 'logic',
  trigger: 'logic',
  readonly: 'logic',
  min: 'logic',
  max: 'logic',
  step: 'logic',
  weight: 'score',
  critical: 'score',
  gate: 'score',
}

/** Compares two versions of a form, question by question; a question is the same as long as its id is. */
export function compareVersions(before: FormVersion, after: FormVersion): VersionChanges {
  const earlier = questionsOf(before)
  const later = questionsOf(after)
  return {
    added: [...later.values()]
      .filter(({ question }) => !earlier.has(question.id))
      .map(({ question }) => question),
    removed: [...earlier.values()]
      .filter(({ question }) => !later.has(question.id))
      .map(({ question }) => question),
    changed: [...later].flatMap(([id, now]) => {
      const was = earlier.get(id)
      const aspects = was ? differences(was, now) : []
      return was && aspects.length > 0 ? [{ before: was.question, after: now.question, aspects }] : []
    }),
  }
}

interface Placed {
  readonly question: Question
  readonly section: string
}

const questionsOf = (form: FormVersion): ReadonlyMap<string, Placed> =>
  new Map(
    form.sections.flatMap(section =>
      listQuestions(section.items).map((question): [string, Placed] => [
        question.id,
        { question, section: section.id },
      ]),
    ),
  )

function differences(was: Placed, now: Placed): readonly QuestionAspect[] {
  const before = { ...was.question } as unknown as Record<string, JsonValue>
  const after = { ...now.question } as unknown as Record<string, JsonValue>
  const aspects = new Set<QuestionAspect>()
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (!isSameJson(before[key] ?? null, after[key] ?? null)) aspects.add(aspectOf[key] ?? 'other')
  if (was.section !== now.section) aspects.add('place')
  return [...aspects]
}
