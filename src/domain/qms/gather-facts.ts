import { readFinding, type Finding } from '../audits/finding.ts'
import { findingType } from '../audits/finding-fields.ts'
import { listChecklistItems } from '../audits/checklist.ts'
import { byClause } from '../audits/clause.ts'
import { readReport } from '../audits/report.ts'
import { reportType } from '../audits/report-fields.ts'
import type { FormVersion } from '../forms/form-version.ts'
import { responseType } from '../responses/response-fields.ts'
import { readResponse, type Response } from '../responses/response.ts'
import { declarationType, readDeclaration, type Declaration } from './declaration.ts'
import { documentType } from './document-fields.ts'
import type { StoredField } from '../audits/stored-field.ts'
import { readDocument, type Document } from './document.ts'
import { managementReviewType, readManagementReview, type ManagementReview } from './management-review.ts'
import type { Programme } from './programme.ts'
import type { QmsFacts, TrainingSession } from './qms-facts.ts'
import { findSurvey } from './find-survey.ts'
import { mergeRoads } from './merge-roads.ts'
import { readRoad } from './road.ts'
import { parseRoadThing, roadThing } from './road-fields.ts'
import { readTestResult, type TestResult } from './test-results.ts'
import { trainingType } from './training-fields.ts'
import { readTraining, type Training } from './training.ts'

/** The stored fields of one thing of a commune's `unit` feed. */
export interface StoredThing {
  readonly type: string
  readonly thing: string
  readonly fields: readonly StoredField[]
}

export interface FactsGiven {
  readonly unit: string
  readonly programme: Programme
  /** The calendar day of an instant where the commune is, `YYYY-MM-DD`. */
  readonly dayOf: (ms: number) => string
  /** The form version a response names; undefined when it is not here. */
  readonly findForm: (name: { readonly id: string; readonly version: string }) => FormVersion | undefined
  /** The checklist whose clauses an audit has to cover. */
  readonly checklist: FormVersion | undefined
}

/** Puts together what is known of a commune from the things of its feed, in whatever order they come. */
export function gatherFacts(things: Iterable<StoredThing>, given: FactsGiven): QmsFacts {
  const { unit, programme, dayOf, findForm, checklist } = given
  let ownRoad: readonly StoredField[] = []
  const otherRoads: (readonly StoredField[])[] = []
  const surveys = new Map<string, QmsFacts['survey']>()
  const sessions: TrainingSession[] = []
  const trainings = new Map<string, Training>()
  const quizzes: TestResult[] = []
  const interviews: TestResult[] = []
  const documents = new Map<string, Document>()
  const documentReviews: { thing: string; on: string; openPoints: number }[] = []
  const reports: { thing: string; signedOn: string; content: QmsFacts['reports'][number]['content'] }[] = []
  const findings = new Map<string, Finding>()
  const reviews = new Map<string, ManagementReview>()
  const declarations = new Map<string, Declaration>()
  const evaluations: { thing: string; on: string }[] = []
  let onTime: { readonly at: number; readonly rate: number } | undefined

  for (const { type, thing, fields: unordered } of inOrder(things)) {
    const fields = unordered.toSorted((a, b) => (a.field < b.field ? -1 : 1))
    if (type === documentType) documents.set(thing, readDocument(fields))
    if (type === findingType) findings.set(thing, readFinding(fields))
    if (type === managementReviewType) reviews.set(thing, readManagementReview(fields))
    if (type === trainingType) trainings.set(thing, readTraining(fields))
    if (type === declarationType) declarations.set(thing, readDeclaration(fields))
    if (thing === roadThing(programme.id, unit)) ownRoad = fields
    else if (parseRoadThing(thing)?.unit === unit) otherRoads.push(fields)
    if (type === reportType) {
      const { content, signatures } = readReport(fields)
      if (content && signatures.lead) reports.push({ thing, content, signedOn: dayOf(signatures.lead.at) })
    }
    if (type !== responseType) continue
    const response = readResponse(fields)
    const last = response.moves.at(-1)
    surveys.set(thing, { thing, state: response.state, movedOn: last && dayOf(last.at) })
    const sent = response.moves.findLast(({ to }) => to === 'sent')
    if (!sent || response.state === 'returned') continue
    const on = dayOf(sent.at)
    const form = response.form && findForm(response.form)
    const name = response.form?.id
    if (name === 'training_attendance') sessions.push(toSession(thing, response, on))
    const tests =
      name === 'awareness_quiz' ? quizzes : name === 'awareness_interview' ? interviews : undefined
    const test = tests && readTestResult(thing, fields, response, on)
    if (test) tests.push(test)
    if (name === 'document_review' && form)
      documentReviews.push({ thing, on, openPoints: openPointsOf(form, response) })
    if (name === 'effectiveness_3m') evaluations.push({ thing, on })
    const rate = form && onTimeRateOf(form, sent.sent?.answers ?? response.answers)
    if (rate !== undefined && (!onTime || sent.at > onTime.at)) onTime = { at: sent.at, rate }
  }
  for (const [thing, training] of trainings) sessions.push(...toHeldSession(thing, training))
  const byDay = (a: { readonly on: string }, b: { readonly on: string }): number => (a.on < b.on ? -1 : 1)
  return {
    road: readRoad(mergeRoads(ownRoad, otherRoads)),
    survey: surveys.get(findSurvey(programme, unit, thing => surveys.has(thing)) ?? ''),
    trainings,
    sessions: sessions.sort(byDay),
    quizzes,
    interviews,
    documents,
    documentReviews: documentReviews.sort(byDay),
    reports: reports.sort((a, b) => (a.signedOn < b.signedOn ? -1 : 1)),
    findings,
    reviews,
    declarations,
    onTimeRate: onTime?.rate,
    evaluations: evaluations.sort(byDay),
    auditableClauses: checklist
      ? [...new Set(listChecklistItems(checklist).flatMap(({ clauses }) => clauses))].sort(byClause)
      : [],
  }
}

/** Lists are told in this order, so that a tablet and the server tell them alike. */
const inOrder = (things: Iterable<StoredThing>): readonly StoredThing[] =>
  [...things].sort((a, b) => (a.thing < b.thing ? -1 : 1))

function toHeldSession(thing: string, training: Training): readonly TrainingSession[] {
  const { topic, heldOn, attendance, invited, cancelled } = training
  if (topic === undefined || heldOn === undefined || attendance.size === 0 || cancelled !== undefined)
    return []
  const present = [...attendance].map(([key, { name }]) => ({ key, name }))
  return [{ thing, subject: topic, on: heldOn, present, invited: invited.size }]
}

function toSession(thing: string, { answers }: Response, sentOn: string): TrainingSession {
  const text = (id: string): string => (typeof answers[id] === 'string' ? answers[id] : '')
  const present = Object.keys(answers)
    .filter(key => key.startsWith('p_name@') && isThere(answers[key.replace('p_name@', 'p_session@')]))
    .map(text)
    .filter(name => name.trim() !== '')
    .map(name => ({ key: undefined, name }))
  const invited = answers['t_invited']
  return {
    thing,
    subject: text('t_title'),
    on: text('t_date') || sentOn,
    present,
    invited: typeof invited === 'number' ? invited : undefined,
  }
}

const isThere = (session: unknown): boolean => Array.isArray(session) && session.length > 0

/** Critical points of a document review that are not as they should be: the option scores less than 1. */
function openPointsOf(form: FormVersion, { answers }: Response): number {
  let open = 0
  for (const question of criticalQuestions(form)) {
    const keys = Object.keys(answers).filter(key => key === question.id || key.startsWith(`${question.id}@`))
    for (const key of keys) {
      const score = question.scores.get(String(answers[key]))
      if (score !== undefined && score < 1) open++
    }
  }
  return open
}

function criticalQuestions(
  form: FormVersion,
): readonly { readonly id: string; readonly scores: ReadonlyMap<string, number | undefined> }[] {
  const found: { id: string; scores: ReadonlyMap<string, number | undefined> }[] = []
  const walk = (items: FormVersion['sections'][number]['items']): void => {
    for (const item of items) {
      if (item.type === 'group' || item.type === 'repeat') walk(item.items)
      else if (item.critical === true && item.type === 'select_one') {
        const list =
          'list' in item && typeof item.list === 'string' ? form.choiceLists?.[item.list] : undefined
        const options = list ?? ('options' in item && Array.isArray(item.options) ? item.options : [])
        found.push({ id: item.id, scores: new Map(options.map(one => [one.value, one.score])) })
      }
    }
  }
  for (const section of form.sections) walk(section.items)
  return found
}

/** The figure `ontime_rate` of the whole period: the last question outside repeats that feeds it. */
function onTimeRateOf(form: FormVersion, answers: Readonly<Record<string, unknown>>): number | undefined {
  let id: string | undefined
  const walk = (items: FormVersion['sections'][number]['items']): void => {
    for (const item of items) {
      if (item.type === 'group') walk(item.items)
      else if (item.type !== 'repeat' && item.indicator === 'ontime_rate') id = item.id
    }
  }
  for (const section of form.sections) walk(section.items)
  const value = id === undefined ? undefined : answers[id]
  const rate = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof rate === 'number' && Number.isFinite(rate) ? rate : undefined
}
