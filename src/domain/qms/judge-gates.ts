import { isSettled } from '../audits/finding-state.ts'
import { isWithin } from '../audits/clause.ts'
import mandatoryJson from '../../content/qms/mandatory-documents.json' with { type: 'json' }
import { daysBetween } from '../../lib/calendar-day.ts'
import { documentsAppliedSince } from './documents-applied-since.ts'
import { gates, type Gate, type GateRule } from './gates.ts'
import type { QmsFacts, QmsSettings } from './qms-facts.ts'
import type { JudgedGate } from './road.ts'
import { countedQuizzes } from './test-results.ts'
import { listOpenTrainings, listTrained, trainingCoverage } from './training-coverage.ts'

/** Why a rule says what it says: a code for the words, figures for them, and what blocks, as things or names. */
export interface Why {
  readonly code: string
  readonly figures: Readonly<Record<string, number>>
  /** Things that block; the app links to them. */
  readonly things: readonly string[]
  /** People, clauses or titles that are missing. */
  readonly names: readonly string[]
}

export interface RuleResult {
  readonly isMet: boolean
  readonly why: Why
}

export interface GateResult {
  readonly gate: Gate
  /** What the figures say; undefined for a gate that somebody looks at. */
  readonly computed: RuleResult | undefined
  readonly judged: JudgedGate | undefined
  /** Somebody says otherwise than the figures, with a reason. */
  readonly isOverridden: boolean
  readonly value: 'met' | 'notMet' | 'na' | 'open'
}

/** The 29 gates as they stand on a day; the tablet and the server compute the same. */
export function judgeGates(facts: QmsFacts, settings: QmsSettings, today: string): readonly GateResult[] {
  return gates.map(gate => {
    const computed = gate.rule && rules[gate.rule](facts, settings, today)
    const judged = facts.road.gates.get(gate.id)
    if (!computed) {
      const hasProof = gate.proof !== 'file' || Object.keys(facts.road.files[gate.id] ?? {}).length > 0
      const value = judged?.value === 'met' && !hasProof ? 'open' : (judged?.value ?? 'open')
      return { gate, computed, judged, isOverridden: false, value }
    }
    const own = computed.isMet ? 'met' : 'notMet'
    const isOverridden = judged !== undefined && judged.value !== own && judged.reason.trim() !== ''
    return { gate, computed, judged, isOverridden, value: isOverridden ? judged.value : own }
  })
}

/** `almost`: at most two gates that must be met are not. */
export function readinessOf(results: readonly GateResult[]): 'ready' | 'almost' | 'notReady' {
  const open = results.filter(({ gate, value }) => gate.isMust && value !== 'met' && value !== 'na').length
  return open === 0 ? 'ready' : open <= 2 ? 'almost' : 'notReady'
}

type Rule = (facts: QmsFacts, settings: QmsSettings, today: string) => RuleResult

const result = (
  isMet: boolean,
  code: string,
  figures: Why['figures'] = {},
  { things = [], names = [] }: Partial<Pick<Why, 'things' | 'names'>> = {},
): RuleResult => ({ isMet, why: { code, figures, things, names } })

const mandatoryProcedures = mandatoryJson.filter(({ kind }) => kind === 'procedure')

const rules: Readonly<Record<GateRule, Rule>> = {
  attendanceRate(facts, { attendanceRate }, today) {
    const people = trainingCoverage(facts, 'aware', today)
    if (people.length === 0) return result(false, 'noStaffList')
    const missing = people.filter(({ sessions }) => sessions.length === 0).map(({ member }) => member.name)
    const trained = people.length - missing.length
    const rate = (trained / people.length) * 100
    const figures = { rate: Math.round(rate), wanted: attendanceRate, trained, all: people.length }
    const things = missing.length > 0 ? listOpenTrainings(facts, 'aware') : []
    return result(rate >= attendanceRate, 'attendance', figures, { names: missing, things })
  },

  auditorsTrained(facts, { auditors }, today) {
    const people = listTrained(facts, 'audit', today)
    const isMet = people.length >= auditors
    const figures = { count: people.length, wanted: auditors }
    const things = isMet ? [] : listOpenTrainings(facts, 'audit')
    return result(isMet, 'auditors', figures, { names: people, things })
  },

  quizAverage(facts, { quizAverage }, today) {
    const counted = countedQuizzes(facts, today)
    if (counted.length === 0) return result(false, 'noQuiz')
    const mean = counted.reduce((sum, { total }) => sum + total, 0) / counted.length
    const isMet = mean >= quizAverage
    const figures = { mean: Math.round(mean * 10) / 10, wanted: quizAverage, count: counted.length }
    const low = counted.filter(({ total }) => total < quizAverage).map(({ thing }) => thing)
    return result(isMet, 'quiz', figures, { things: isMet ? [] : low })
  },

  mandatoryProcedures({ documents }) {
    const issued = new Set(
      [...documents.values()].flatMap(one => (one.inForce && one.mandatory ? [one.mandatory] : [])),
    )
    const missing = mandatoryProcedures.filter(({ id }) => !issued.has(id))
    const figures = { count: mandatoryProcedures.length - missing.length, wanted: mandatoryProcedures.length }
    return result(missing.length === 0, 'procedures', figures, { names: missing.map(({ id }) => id) })
  },

  scopeCovered({ road, documents }) {
    if (road.procedures.size === 0) return result(false, 'noScope')
    const covered = new Set([...documents.values()].flatMap(one => (one.inForce ? [one.procedure] : [])))
    const missing = [...road.procedures].filter(([id]) => !covered.has(id)).map(([, { title }]) => title)
    const figures = { count: road.procedures.size - missing.length, wanted: road.procedures.size }
    return result(missing.length === 0, 'scope', figures, { names: missing })
  },

  reviewPoints({ documentReviews }) {
    const last = documentReviews.at(-1)
    if (!last) return result(false, 'noDocumentReview')
    return result(last.openPoints === 0, 'reviewPoints', { count: last.openPoints }, { things: [last.thing] })
  },

  daysApplied({ documents }, { daysApplied }, today) {
    const first = documentsAppliedSince(documents.values())
    if (first === undefined) return result(false, 'notApplied', { wanted: daysApplied })
    const days = Math.max(0, daysBetween(first, today))
    return result(days >= daysApplied, 'applied', { days, wanted: daysApplied })
  },

  onTimeRate({ onTimeRate }, { onTimeRate: wanted }) {
    if (onTimeRate === undefined) return result(false, 'noFigures', { wanted })
    return result(onTimeRate >= wanted, 'onTime', { rate: onTimeRate, wanted })
  },

  clauseCoverage({ reports, road, auditableClauses }) {
    if (reports.length === 0) return result(false, 'noAudit')
    const excluded = [...road.exclusions.keys()]
    const audited = new Set(
      reports.flatMap(({ content }) =>
        content.checks.filter(({ verdict }) => verdict !== 'not_checked').flatMap(({ clauses }) => clauses),
      ),
    )
    const asked = auditableClauses.filter(id => !excluded.some(above => isWithin(above, id)))
    const missing = asked.filter(id => !audited.has(id))
    const figures = { count: asked.length - missing.length, wanted: asked.length }
    return result(missing.length === 0, 'coverage', figures, { names: missing })
  },

  openMajors({ findings }) {
    const open = [...findings].filter(
      ([, { request, state }]) => request?.grade === 'major' && !isSettled(state),
    )
    return result(
      open.length === 0,
      'majors',
      { count: open.length },
      { things: open.map(([thing]) => thing) },
    )
  },

  lateMinors({ findings }, _, today) {
    const late = [...findings].filter(([, { request, state, action }]) => {
      if (request?.grade !== 'minor' || isSettled(state)) return false
      if (state === 'done' || state === 'verified') return false
      const due = action.dueOn ?? request.dueOn
      return state !== 'planApproved' || due === null || due === undefined || due < today
    })
    return result(
      late.length === 0,
      'minors',
      { count: late.length },
      { things: late.map(([thing]) => thing) },
    )
  },

  reviewAfterAudit({ reports, reviews }) {
    const audited = reports.at(-1)?.signedOn
    if (audited === undefined) return result(false, 'noAudit')
    const held = [...reviews].filter(
      ([, { confirmedBy, on }]) => confirmedBy !== undefined && on !== undefined,
    )
    const after = held.filter(([, { on = '' }]) => on >= audited)
    return result(
      after.length > 0,
      held.length === 0 ? 'noReview' : after.length === 0 ? 'reviewBefore' : 'review',
      {},
      { things: held.map(([thing]) => thing) },
    )
  },

  decisionsAssigned({ reviews }) {
    if (reviews.size === 0) return result(false, 'noReview')
    const open = [...reviews].filter(([, { decisions }]) =>
      decisions.some(({ owner, dueOn }) => owner === undefined || dueOn === undefined),
    )
    return result(
      open.length === 0,
      'decisions',
      { count: open.length },
      { things: open.map(([thing]) => thing) },
    )
  },
}
