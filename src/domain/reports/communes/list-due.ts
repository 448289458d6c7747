import { addDays, daysBetween } from '../../../lib/calendar-day.ts'
import {
  formatAuditNumber,
  formatFindingNumber,
  parseAuditThing,
  parseFindingThing,
} from '../../audits/audit-number.ts'
import { waitsFor } from '../../audits/finding-state.ts'
import type { LocalText } from '../../forms/form-version.ts'
import type { Action } from '../../people/role.ts'
import type { Unit } from '../../people/unit.ts'
import { dueOn } from '../../qms/due-on.ts'
import { isMadeKnown } from '../../qms/is-made-known.ts'
import { roadThing } from '../../qms/road-fields.ts'
import { surveyStep } from '../../qms/survey-step.ts'
import { topicOfStep } from '../../qms/topics-of-steps.ts'
import { getTrainingTopic } from '../../qms/training-topics.ts'
import { responseId } from '../../responses/response-fields.ts'
import type { FormName } from '../../responses/response.ts'
import type { CommuneRecord } from './commune-record.ts'

export const dueKinds = [
  'step',
  'survey',
  'training',
  'untrained',
  'action',
  'verification',
  'audit',
  'review',
  'decision',
  'posting',
  'report',
] as const
export type DueKind = (typeof dueKinds)[number]

/** Whose business it is: who may do any of these in the commune. */
const concerns: Readonly<Record<DueKind, readonly Action[]>> = {
  step: ['qms.plan'],
  survey: ['response.fill', 'response.review'],
  training: ['qms.plan'],
  untrained: ['qms.plan'],
  action: ['finding.comment'],
  verification: ['finding.verify', 'finding.approve', 'audit.review'],
  audit: ['audit.read'],
  review: ['response.review'],
  decision: ['qms.write', 'qms.review'],
  posting: ['qms.write', 'qms.review'],
  report: ['qms.review'],
}

/** Something that is due, overdue, or waits without a day. */
export interface DueItem {
  /** The same as long as it is the same thing to be done: the calendar knows it by this. */
  readonly id: string
  readonly kind: DueKind
  readonly unit: Unit
  readonly thing: string
  /** What it is, in the words of the content or of who wrote it; `''` where the kind says it all. */
  readonly words: LocalText
  /** Of findings and audits. */
  readonly number: string
  /** Of trainings and people to be trained: an id of `content/qms/training-topics.json`. */
  readonly topic: string | undefined
  /** How many people are not trained yet. */
  readonly people: number
  /** The form that waits for a review. */
  readonly form: FormName | undefined
  /** `YYYY-MM-DD`; undefined for what waits without a day. */
  readonly dueOn: string | undefined
  /** Since when it waits, where it has no day. */
  readonly since: string | undefined
  /** Whole days past the day; 0 when in time. */
  readonly daysLate: number
  /** Who it was given to, by id. */
  readonly owner: string | undefined
}

interface Given {
  /** `YYYY-MM-DD` */
  readonly today: string
  /** How many days ahead. */
  readonly days: number
  readonly dayOf: (ms: number) => string
  /** What this person may do in a commune: what is not their business is left out. */
  readonly mayDo: (action: Action, unit: string) => boolean
  /** Days from signing a declaration until it is to be posted and sent. */
  readonly daysToPost: number
}

type Found = Pick<DueItem, 'kind' | 'thing'> &
  Partial<Pick<DueItem, 'words' | 'number' | 'topic' | 'people' | 'form' | 'dueOn' | 'since' | 'owner'>> & {
    readonly part?: string
  }

/** What is due within so many days or overdue, most late first; then by day, then what waits without one. */
export function listDue(communes: readonly CommuneRecord[], given: Given): readonly DueItem[] {
  const { today, days, mayDo } = given
  const until = addDays(today, days)
  const items: DueItem[] = []
  for (const commune of communes)
    for (const { part, ...found } of findIn(commune, given)) {
      const { kind, thing, dueOn } = found
      if (
        !concerns[kind].some(action => mayDo(action, commune.unit.id)) ||
        (dueOn !== undefined && dueOn > until)
      )
        continue
      items.push({
        words: { vi: '' },
        number: '',
        topic: undefined,
        people: 0,
        form: undefined,
        since: undefined,
        owner: undefined,
        ...found,
        dueOn,
        id: [kind, thing, part].filter(Boolean).join('/'),
        unit: commune.unit,
        daysLate: dueOn !== undefined && dueOn < today ? daysBetween(dueOn, today) : 0,
      })
    }
  return items.sort(byNeed)
}

function findIn(commune: CommuneRecord, { today, dayOf, daysToPost }: Given): readonly Found[] {
  const { unit, programme, facts, steps, responses, audits } = commune
  const found: Found[] = []
  const road = roadThing(programme.id, unit.id)
  const isSurveyDone = facts.survey?.state === 'sent' || facts.survey?.state === 'approved'
  const surveyDay = dueOn(programme.surveyDueOn, programme, unit, today)
  const survey =
    !isSurveyDone && surveyDay !== undefined && programme.surveyForm
      ? { form: programme.surveyForm.id, dueOn: surveyDay }
      : undefined
  for (const { step, state, dueOn: day, owner } of steps)
    // One thing to be done is told once: the survey tells of its step too.
    if ((state === 'open' || state === 'begun') && day !== undefined && !(survey && step.id === surveyStep))
      found.push({ kind: 'step', thing: road, part: step.id, words: step.title, dueOn: day, owner })

  for (const [thing, training] of facts.trainings) {
    const { topic, plannedOn, attendance, heldOn, cancelled } = training
    const isHeld = attendance.size > 0 && heldOn !== undefined
    if (topic === undefined || plannedOn === undefined || isHeld || cancelled !== undefined) continue
    const words = getTrainingTopic(topic)?.title ?? { vi: topic }
    found.push({ kind: 'training', thing, words, topic, dueOn: plannedOn })
  }

  // Once a session was held the step is done, but not everybody was there. Before that the step says it.
  for (const { step, state, progress, dueOn: day, evidence } of steps) {
    const topic = getTrainingTopic(topicOfStep(step.id))
    const people = progress ? progress.total - progress.done : 0
    if (!topic || people === 0 || (state !== 'done' && state !== 'said')) continue
    found.push({
      kind: 'untrained',
      thing: road,
      part: topic.id,
      words: topic.title,
      topic: topic.id,
      people,
      dueOn: day,
      since: evidence.on,
    })
  }

  if (survey) {
    // The province's day and the commune's own: the earlier one.
    const { dueOn: day = survey.dueOn, owner } = steps.find(({ step }) => step.id === surveyStep) ?? {}
    found.push({
      kind: 'survey',
      thing: facts.survey?.thing ?? responseId(programme.id, survey.form, unit.id),
      dueOn: day < survey.dueOn ? day : survey.dueOn,
      owner,
    })
  }

  for (const { thing, form, isReviewed, state, moves } of responses) {
    const last = moves.at(-1)
    if (state === 'sent' && isReviewed && last)
      found.push({ kind: 'review', thing, form, since: dayOf(last.at) })
  }

  for (const [thing, { request, action, state, movedAt }] of facts.findings) {
    const name = parseFindingThing(thing)
    if (!request || !name) continue
    const about = { thing, number: formatFindingNumber(name), words: { vi: request.nature || request.proof } }
    const waits = waitsFor(state, action.effectiveness === 'notEffective')
    if (waits === 'commune')
      found.push({
        kind: 'action',
        ...about,
        dueOn: action.dueOn ?? request.dueOn ?? undefined,
        since: request.raisedOn,
        owner: action.owner,
      })
    if (waits === 'auditor')
      found.push({
        kind: 'verification',
        ...about,
        since: movedAt === undefined ? undefined : dayOf(movedAt),
      })
  }

  for (const [thing, { state, from, to }] of audits) {
    const name = parseAuditThing(thing)
    // A plan that is begun is late only once its last day has passed without a report.
    const dueOn = state === 'underway' ? to : state === 'planned' ? from : undefined
    if (name && dueOn) found.push({ kind: 'audit', thing, number: formatAuditNumber(name), dueOn })
  }

  for (const [thing, { confirmedBy, decisions }] of facts.reviews)
    if (confirmedBy !== undefined)
      for (const { id, text, owner, dueOn, doneOn } of decisions)
        if (doneOn === undefined && dueOn !== undefined)
          found.push({ kind: 'decision', thing, part: id, words: { vi: text }, dueOn, owner })

  const [thing, newest] = [...facts.declarations].findLast(([, { signed }]) => signed !== undefined) ?? []
  if (thing !== undefined && newest?.signed && !isMadeKnown(newest))
    found.push({
      kind: 'posting',
      thing,
      number: newest.texts.number ?? '',
      dueOn: addDays(dayOf(newest.signed.at), daysToPost),
    })
  return found
}

const last = '9999-12-31'

export function byNeed(a: DueItem, b: DueItem): number {
  if (a.daysLate !== b.daysLate) return b.daysLate - a.daysLate
  const [dueA, dueB] = [a.dueOn ?? last, b.dueOn ?? last]
  if (dueA !== dueB) return dueA < dueB ? -1 : 1
  const [sinceA, sinceB] = [a.since ?? last, b.since ?? last]
  if (sinceA !== sinceB) return sinceA < sinceB ? -1 : 1
  return a.id < b.id ? -1 : 1
}
