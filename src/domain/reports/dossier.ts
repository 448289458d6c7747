import {
  formatAuditNumber,
  formatFindingNumber,
  parseFindingThing,
  parseAuditThing,
} from '../audits/audit-number.ts'
import { isSettled } from '../audits/finding-state.ts'
import mandatoryJson from '../../content/qms/mandatory-documents.json' with { type: 'json' }
import type { JudgedRoad } from '../qms/judge-road.ts'

export const dossierParts = [
  'documents',
  'training',
  'report',
  'actions',
  'review',
  'readiness',
  'declaration',
  'effect',
] as const
export type DossierPart = (typeof dossierParts)[number]

/** A paper of a commune's dossier, or what it will be made from. */
export interface DossierPaper {
  /** Kind of paper (`features/papers/paper-kinds.ts`); undefined: the thing itself is shown. */
  readonly kind:
    | 'register'
    | 'attendance'
    | 'certificates'
    | 'report'
    | 'car'
    | 'review'
    | 'readiness'
    | 'declaration'
    | 'decision'
    | 'effectiveness'
    | undefined
  readonly thing: string
  /** Number of the audit or finding, subject of a session. */
  readonly name: string
  /** `YYYY-MM-DD` */
  readonly on: string | undefined
  readonly isDone: boolean
}

/** What is still missing, as a code, with how many. */
export interface DossierGap {
  readonly code:
    | 'mandatory'
    | 'noTraining'
    | 'noReport'
    | 'openActions'
    | 'noReview'
    | 'notConfirmed'
    | 'gates'
    | 'noDeclaration'
    | 'notSigned'
    | 'noEvaluation'
  readonly count: number
}

export interface DossierEntry {
  readonly part: DossierPart
  readonly papers: readonly DossierPaper[]
  /** Undefined: nothing is missing of this part. */
  readonly gap: DossierGap | undefined
}

/**
 * Everything a commune hands in or keeps for its declaration, part by part, with what is missing.
 * @param thing of the commune's road, which papers of the commune as a whole go by
 */
export function listDossier(
  { facts, gates }: Pick<JudgedRoad, 'facts' | 'gates'>,
  thing: string,
): readonly DossierEntry[] {
  const own = (kind: DossierPaper['kind'], isDone: boolean): DossierPaper => ({
    kind,
    thing,
    name: '',
    on: undefined,
    isDone,
  })
  const gap = (code: DossierGap['code'], count: number): DossierGap | undefined =>
    count > 0 ? { code, count } : undefined

  const inForce = new Set([...facts.documents.values()].flatMap(one => (one.inForce ? [one.mandatory] : [])))
  const notInForce = mandatoryJson.filter(({ id }) => !inForce.has(id)).length
  const asked = [...facts.findings].filter(([, { state }]) => state !== 'noted' && state !== 'cancelled')
  const openActions = asked.filter(([, { state }]) => !isSettled(state)).length
  const reviews = [...facts.reviews]
  const isConfirmed = reviews.some(([, { confirmedBy }]) => confirmedBy !== undefined)
  const openGates = gates.filter(({ gate, value }) => gate.isMust && value !== 'met' && value !== 'na').length
  const declarations = [...facts.declarations]
  const isSigned = declarations.some(([, { signed }]) => signed !== undefined)

  return [
    { part: 'documents', papers: [own('register', notInForce === 0)], gap: gap('mandatory', notInForce) },
    {
      part: 'training',
      papers: facts.sessions.flatMap(({ thing: session, subject, on }): readonly DossierPaper[] => {
        const given = { thing: session, name: subject, on, isDone: true }
        // An attendance form that was sent is looked at as it is.
        return facts.trainings.has(session)
          ? (['attendance', 'certificates'] as const).map(kind => ({ kind, ...given }))
          : [{ kind: undefined, ...given }]
      }),
      gap: gap('noTraining', facts.sessions.length === 0 ? 1 : 0),
    },
    {
      part: 'report',
      papers: facts.reports.map(({ thing: report, signedOn }) => {
        const number = parseAuditThing(report)
        return {
          kind: 'report',
          thing: report,
          name: number ? formatAuditNumber(number) : '',
          on: signedOn,
          isDone: true,
        }
      }),
      gap: gap('noReport', facts.reports.length === 0 ? 1 : 0),
    },
    {
      part: 'actions',
      papers: asked.map(([finding, { state, request }]) => {
        const number = parseFindingThing(finding)
        const name = number ? formatFindingNumber(number) : ''
        return { kind: 'car', thing: finding, name, on: request?.raisedOn, isDone: isSettled(state) }
      }),
      gap: gap('openActions', openActions),
    },
    {
      part: 'review',
      papers: reviews.map(([review, { on, confirmedBy }]) => ({
        kind: 'review',
        thing: review,
        name: '',
        on,
        isDone: confirmedBy !== undefined,
      })),
      gap: isConfirmed ? undefined : gap(reviews.length === 0 ? 'noReview' : 'notConfirmed', 1),
    },
    { part: 'readiness', papers: [own('readiness', openGates === 0)], gap: gap('gates', openGates) },
    {
      part: 'declaration',
      papers: declarations.flatMap(([declaration, { days, signed, texts }]) =>
        (['decision', 'declaration'] as const).map(kind => ({
          kind,
          thing: declaration,
          name: '',
          on: days.effectiveOn,
          // The decision is signed on paper: its number tells that it was.
          isDone: signed !== undefined && (kind === 'declaration' || (texts.decision ?? '') !== ''),
        })),
      ),
      gap: isSigned ? undefined : gap(declarations.length === 0 ? 'noDeclaration' : 'notSigned', 1),
    },
    {
      part: 'effect',
      papers: [own('effectiveness', facts.evaluations.length > 0)],
      gap: gap('noEvaluation', facts.evaluations.length === 0 ? 1 : 0),
    },
  ]
}
