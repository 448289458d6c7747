import { auditType } from '../../audits/audit-fields.ts'
import { readAudit, type Audit } from '../../audits/audit.ts'
import type { FormVersion } from '../../forms/form-version.ts'
import type { Unit } from '../../people/unit.ts'
import { gatherFacts, type StoredThing } from '../../qms/gather-facts.ts'
import { judgeSteps, type StepStatus } from '../../qms/judge-steps.ts'
import type { Programme } from '../../qms/programme.ts'
import type { QmsFacts, QmsSettings } from '../../qms/qms-facts.ts'
import type { Move } from '../../responses/move.ts'
import { needsReview } from '../../responses/needs-review.ts'
import { responseType } from '../../responses/response-fields.ts'
import type { ResponseState } from '../../responses/response-state.ts'
import { readResponse, type FormName } from '../../responses/response.ts'

/** A filled form, as far as reports ask about it. */
export interface ResponseRecord {
  readonly thing: string
  readonly form: FormName | undefined
  /** Somebody above looks at it once it is sent. */
  readonly isReviewed: boolean
  readonly state: ResponseState
  /** Without what was sent. */
  readonly moves: readonly Pick<Move, 'id' | 'to' | 'at'>[]
}

/** What is known of one commune on this tablet: all that reports, reminders, digests and lists are made of. */
export interface CommuneRecord {
  readonly unit: Unit
  readonly district: Unit | undefined
  readonly programme: Programme
  readonly facts: QmsFacts
  readonly steps: readonly StepStatus[]
  readonly responses: readonly ResponseRecord[]
  /** Empty for who does not read the auditors' papers. */
  readonly audits: ReadonlyMap<string, Audit>
}

interface Given {
  readonly unit: Unit
  readonly district: Unit | undefined
  readonly programme: Programme
  readonly settings: QmsSettings
  readonly dayOf: (ms: number) => string
  readonly findForm: (name: FormName) => FormVersion | undefined
  readonly checklist: FormVersion | undefined
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Folds the things of a commune's feeds, `unit` and, where they are read, `audit`. */
export function readCommune(things: readonly StoredThing[], given: Given): CommuneRecord {
  const { unit, district, programme, settings, dayOf, findForm, checklist, today } = given
  const facts = gatherFacts(things, { unit: unit.id, programme, dayOf, findForm, checklist })
  const responses: ResponseRecord[] = []
  const audits = new Map<string, Audit>()
  for (const { type, thing, fields } of things) {
    if (type === auditType) audits.set(thing, readAudit(fields))
    if (type !== responseType) continue
    const { form, state, moves } = readResponse(fields)
    const isReviewed = needsReview(form && findForm(form))
    responses.push({ thing, form, isReviewed, state, moves: moves.map(({ id, to, at }) => ({ id, to, at })) })
  }
  return {
    unit,
    district,
    programme,
    facts,
    steps: judgeSteps(facts, settings, today, programme, unit),
    responses,
    audits,
  }
}
