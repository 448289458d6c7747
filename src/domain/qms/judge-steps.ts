import { isSettled } from '../audits/finding-state.ts'
import mandatoryJson from '../../content/qms/mandatory-documents.json' with { type: 'json' }
import { daysBetween } from '../../lib/calendar-day.ts'
import { documentsAppliedSince } from './documents-applied-since.ts'
import { dueOn, type CommuneSpan } from './due-on.ts'
import type { QmsFacts, QmsSettings } from './qms-facts.ts'
import type { Programme } from './programme.ts'
import { steps, type Step, type StepOwners } from './steps.ts'
import { isMadeKnown } from './is-made-known.ts'
import { surveyStep } from './survey-step.ts'
import { topicsOfSteps } from './topics-of-steps.ts'
import { listOpenTrainings, trainingCoverage } from './training-coverage.ts'
import { getTrainingTopic } from './training-topics.ts'

/** What shows that a step is done: a thing, or files beside the road. */
export interface StepEvidence {
  readonly things: readonly string[]
  /** `YYYY-MM-DD`; undefined when the day is not known. */
  readonly on: string | undefined
}

export interface StepStatus {
  readonly step: Step
  /** `said`: somebody says so and has given a proof, no figure shows it. */
  readonly state: 'open' | 'begun' | 'done' | 'said'
  readonly evidence: StepEvidence
  /** How far, where that can be counted. */
  readonly progress: { readonly done: number; readonly total: number } | undefined
  readonly plannedOn: string | undefined
  /** The planned day, where it counts (`dueOn`). */
  readonly dueOn: string | undefined
  /** The person whom the commune has named. */
  readonly owner: string | undefined
  /** Whose it is otherwise: as the programme says, or as the step usually goes. */
  readonly owners: StepOwners
  /** Whole days past the day by which it is due; 0 when done or in time. */
  readonly daysLate: number
}

interface Computed {
  readonly state: 'open' | 'begun' | 'done'
  readonly things?: readonly string[]
  readonly on?: string | undefined
  readonly progress?: { readonly done: number; readonly total: number }
}

/**
 * Where a commune is on its road, step by step. A step is done by its evidence (a sent survey, a signed report), not
 * by a tick: what somebody says counts only with a proof, and is marked as said.
 * @param programme gives the day and the owners of each step, where the commune has set none of its own
 */
export function judgeSteps(
  facts: QmsFacts,
  settings: QmsSettings,
  today: string,
  programme: Pick<Programme, 'plan' | 'owners' | 'endedOn' | 'communes'>,
  commune: CommuneSpan,
): readonly StepStatus[] {
  const { road } = facts
  return steps.map(step => {
    const computed = rules[step.id]?.(facts, settings, today) ?? { state: 'open' }
    const said = road.done.get(step.id)
    const hasProof = Object.keys(road.files[step.id] ?? {}).length > 0
    const isSaid = computed.state !== 'done' && said !== undefined && hasProof
    const state = isSaid ? 'said' : computed.state
    const { plannedOn = programme.plan.get(step.id), owner } = road.steps.get(step.id) ?? {}
    const due = dueOn(plannedOn, programme, commune, today)
    const isOpen = state === 'open' || state === 'begun'
    return {
      step,
      state,
      evidence: { things: computed.things ?? [], on: isSaid ? said.on : computed.on },
      progress: computed.progress,
      plannedOn,
      dueOn: due,
      owner,
      owners: programme.owners.get(step.id) ?? { roles: step.roles, office: '' },
      daysLate: isOpen && due !== undefined ? Math.max(0, daysBetween(due, today)) : 0,
    }
  })
}

/** The first step that is not done; undefined at the end of the road. */
export const nextStep = (statuses: readonly StepStatus[]): StepStatus | undefined =>
  statuses.find(({ state }) => state === 'open' || state === 'begun')

type Rule = (facts: QmsFacts, settings: QmsSettings, today: string) => Computed

const hasFiles = (facts: QmsFacts, slot: string): boolean =>
  Object.keys(facts.road.files[slot] ?? {}).length > 0

/** Done with the first session that was held; how far is counted where everybody in scope is to be trained. */
const trained =
  (subject: string): Rule =>
  (facts, _, today) => {
    const own = facts.sessions.filter(one => one.subject === subject)
    const open = listOpenTrainings(facts, subject)
    const people =
      getTrainingTopic(subject)?.everybody === true ? trainingCoverage(facts, subject, today) : []
    const done = people.filter(({ sessions }) => sessions.length > 0).length
    return {
      state: own.length > 0 ? 'done' : open.length > 0 ? 'begun' : 'open',
      things: own.length > 0 ? own.map(({ thing }) => thing) : open,
      on: own[0]?.on,
      ...(people.length > 0 && { progress: { done, total: people.length } }),
    }
  }

/** How many of the mandatory documents are that far. */
function documentsThat(
  { documents }: QmsFacts,
  isThere: (one: QmsFacts['documents'] extends ReadonlyMap<string, infer D> ? D : never) => boolean,
): Computed {
  const own = [...documents].filter(([, one]) => one.mandatory !== undefined)
  const there = own.filter(([, one]) => isThere(one))
  const done = new Set(there.map(([, one]) => one.mandatory)).size
  const total = mandatoryJson.length
  return {
    state: done >= total ? 'done' : own.length > 0 ? 'begun' : 'open',
    things: there.map(([thing]) => thing),
    progress: { done, total },
  }
}

const rules: Readonly<Record<string, Rule>> = {
  s01(facts) {
    const done = ['rd_org_1', 'rd_org_2', 'rd_org_3'].filter(gate => hasFiles(facts, gate)).length
    return { state: done === 3 ? 'done' : done > 0 ? 'begun' : 'open', progress: { done, total: 3 } }
  },
  [surveyStep]({ survey }) {
    if (!survey) return { state: 'open' }
    const isDone = survey.state === 'sent' || survey.state === 'approved'
    return { state: isDone ? 'done' : 'begun', things: [survey.thing], on: survey.movedOn }
  },
  s03: trained(topicsOfSteps.s03),
  s04: trained(topicsOfSteps.s04),
  s05: facts => documentsThat(facts, one => one.revisions.some(({ files }) => Object.keys(files).length > 0)),
  s06: facts => {
    const { documentReviews } = facts
    const last = documentReviews.at(-1)
    if (last) return { state: last.openPoints === 0 ? 'done' : 'begun', things: [last.thing], on: last.on }
    return documentsThat(facts, ({ state, inForce }) => inForce !== undefined || state === 'approved')
  },
  s07: facts => documentsThat(facts, ({ inForce }) => inForce !== undefined),
  s08({ documents }, { daysApplied }, today) {
    const first = documentsAppliedSince(documents.values())
    if (first === undefined) return { state: 'open' }
    const days = Math.max(0, daysBetween(first, today))
    const progress = { done: Math.min(days, daysApplied), total: daysApplied }
    return { state: days >= daysApplied ? 'done' : 'begun', on: first, progress }
  },
  s09: trained(topicsOfSteps.s09),
  s10({ reports }) {
    const last = reports.at(-1)
    return last ? { state: 'done', things: [last.thing], on: last.signedOn } : { state: 'open' }
  },
  s11({ reports, findings }) {
    if (reports.length === 0) return { state: 'open' }
    const asked = [...findings].filter(([, { state }]) => state !== 'noted')
    const open = asked.filter(([, { state }]) => !isSettled(state))
    const progress = { done: asked.length - open.length, total: asked.length }
    return {
      state: open.length === 0 ? 'done' : 'begun',
      things: open.map(([thing]) => thing),
      ...(asked.length > 0 && { progress }),
    }
  },
  s12({ reviews }) {
    const held = [...reviews].filter(([, { confirmedBy }]) => confirmedBy !== undefined)
    const [thing, last] = held.at(-1) ?? []
    if (thing !== undefined) return { state: 'done', things: [thing], on: last?.on }
    return { state: reviews.size > 0 ? 'begun' : 'open', things: [...reviews.keys()] }
  },
  s13({ declarations }) {
    const signed = [...declarations].filter(([, one]) => one.signed !== undefined)
    const [thing, last] = signed.at(-1) ?? []
    if (thing !== undefined) return { state: 'done', things: [thing], on: last?.days.effectiveOn }
    return { state: declarations.size > 0 ? 'begun' : 'open', things: [...declarations.keys()] }
  },
  s14({ declarations }) {
    const signed = [...declarations].filter(([, one]) => one.signed !== undefined)
    const [thing, last] = signed.at(-1) ?? []
    if (thing === undefined || !last) return { state: 'open' }
    const days = [last.days.postedOn, last.days.sentOn].filter(day => day !== undefined)
    return { state: isMadeKnown(last) ? 'done' : 'begun', things: [thing], on: days.sort().at(-1) }
  },
  s15({ evaluations }) {
    const last = evaluations.at(-1)
    return last ? { state: 'done', things: [last.thing], on: last.on } : { state: 'open' }
  },
  // It has no end: from the first evaluation on it is going on.
  s16: ({ evaluations }) => ({ state: evaluations.length > 0 ? 'begun' : 'open' }),
}
