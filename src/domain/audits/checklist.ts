import type { FormItem, FormVersion, LocalText, Question } from '../forms/form-version.ts'
import { getArea } from './area.ts'
import type { Check } from './audit.ts'
import { checkKey } from './audit-fields.ts'
import { byClause, isWithin } from './clause.ts'
import type { TimetableRow } from './timetable-row.ts'
import { verdicts } from './verdict.ts'

/** One question of a checklist, as the fieldwork asks it. */
export interface ChecklistItem {
  readonly id: string
  readonly clauses: readonly string[]
  readonly label: LocalText
  readonly evidenceToSee: LocalText | undefined
  readonly isCritical: boolean
  readonly weight: number
  /** Whom to ask, in the words of the form. */
  readonly interviewees: readonly string[]
}

/**
 * The items of any published checklist: choices between verdicts that name a clause. What surrounds them in the form
 * (notes, evidence) has places of its own in an audit.
 */
export function listChecklistItems({ sections, choiceLists }: FormVersion): readonly ChecklistItem[] {
  const isVerdictList = (name: string): boolean => {
    const options = choiceLists?.[name] ?? []
    return options.length > 0 && options.every(({ value }) => (verdicts as readonly string[]).includes(value))
  }
  const isItem = (question: Question): boolean =>
    question.type === 'select_one' &&
    'list' in question &&
    typeof question.list === 'string' &&
    isVerdictList(question.list) &&
    (question.clause?.length ?? 0) > 0
  return sections
    .flatMap(({ items }) => items.flatMap(questionsOf))
    .filter(isItem)
    .map(toItem)
}

const questionsOf = (item: FormItem): readonly Question[] =>
  item.type === 'group' || item.type === 'repeat' ? item.items.flatMap(questionsOf) : [item]

const toItem = (question: Question): ChecklistItem => ({
  id: question.id,
  clauses: question.clause ?? [],
  label: question.label,
  evidenceToSee: question.evidenceToSee,
  isCritical: question.critical === true,
  weight: question.weight ?? 1,
  interviewees: (question.parameters?.['interviewee'] ?? '').split('+').filter(Boolean),
})

/** A check that the plan asks for: an item in an area, and the auditors who have it. */
export interface PlannedCheck {
  readonly key: string
  readonly item: ChecklistItem
  readonly area: string
  readonly auditors: readonly string[]
}

/**
 * What the plan asks for, in the checklist's order: each item in the areas of the timetable lines that hold one of its
 * clauses and have somebody whom the item is for. An item whose people are in no planned area is asked wherever its
 * clause is planned, so that no planned clause loses its questions.
 */
export function listPlannedChecks(
  items: readonly ChecklistItem[],
  timetable: readonly TimetableRow[],
): readonly PlannedCheck[] {
  return items.flatMap(item => {
    const rows = timetable.filter(row =>
      item.clauses.some(id => row.clauses.some(above => isWithin(above, id))),
    )
    const meant = rows.filter(({ area }) => isAskedIn(item, area))
    const byArea = Map.groupBy(meant.length > 0 ? meant : rows, row => row.area)
    return [...byArea].map(([area, own]) => ({
      key: checkKey(item.id, area),
      item,
      area,
      auditors: [...new Set(own.map(row => row.auditor))],
    }))
  })
}

const isAskedIn = ({ interviewees }: ChecklistItem, area: string): boolean =>
  interviewees.length === 0 || interviewees.some(name => getArea(area)?.interviewees.includes(name) === true)

/** The clauses that a checklist would have asked in an area, in the standard's order: what a plan begins with. */
export const clausesForArea = (items: readonly ChecklistItem[], area: string): readonly string[] =>
  [...new Set(items.filter(item => isAskedIn(item, area)).flatMap(item => item.clauses))].sort(byClause)

/** Why a check is not finished. */
export type CheckGap = 'verdictMissing' | 'evidenceMissing' | 'reasonMissing' | 'noteMissing'

/**
 * What a check still lacks: a verdict; for a nonconformity what was found and evidence for it (words, a photo or a
 * sampled file); for a recommendation what is recommended; a reason for what does not apply or was not checked.
 */
export function gapOf(check: Check | undefined): CheckGap | undefined {
  if (!check?.verdict) return 'verdictMissing'
  const hasNote = check.note.trim() !== ''
  switch (check.verdict.value) {
    case 'conform':
      return undefined
    case 'ofi':
      return hasNote ? undefined : 'noteMissing'
    case 'minor':
    case 'major': {
      const hasEvidence =
        check.proof.trim() !== '' || Object.keys(check.photos).length > 0 || check.sampled.length > 0
      if (!hasEvidence) return 'evidenceMissing'
      return hasNote ? undefined : 'noteMissing'
    }
    case 'na':
    case 'not_checked':
      return hasNote ? undefined : 'reasonMissing'
  }
}
