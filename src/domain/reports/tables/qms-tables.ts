import type { Unit } from '../../people/unit.ts'
import type { Declaration } from '../../qms/declaration.ts'
import type { Document } from '../../qms/document.ts'
import type { ReviewDecision } from '../../qms/management-review.ts'
import type { StepStatus } from '../../qms/judge-steps.ts'
import type { StaffMember } from '../../qms/road.ts'
import { getTrainingTopic } from '../../qms/training-topics.ts'
import type { TrainingSession } from '../../qms/qms-facts.ts'
import { unitColumns, type TableColumn } from './report-table.ts'

interface InUnit {
  readonly unit: Unit
  readonly district: Unit | undefined
}

export interface StepRow extends InUnit {
  /** From 1. */
  readonly order: number
  readonly status: StepStatus
}

/** The road, a row for each step of each commune. */
export const stepColumns: readonly TableColumn<StepRow>[] = [
  ...unitColumns<StepRow>(true),
  { key: 'order', width: 1, value: ({ order }) => order },
  { key: 'step', width: 6, value: ({ status }, { text }) => text(status.step.title) },
  { key: 'state', width: 2, value: ({ status }, { words }) => words(`stepState.${status.state}`) },
  { key: 'done', width: 1, value: ({ status }) => status.progress?.done ?? null },
  { key: 'outOf', width: 1, value: ({ status }) => status.progress?.total ?? null },
  { key: 'plannedOn', width: 2, value: ({ status }) => status.plannedOn ?? null },
  { key: 'doneOn', width: 2, value: ({ status }) => status.evidence.on ?? null },
  { key: 'daysLate', width: 1, value: ({ status }) => status.daysLate },
  {
    key: 'owner',
    width: 3,
    value: ({ status: { owner, owners } }, names) =>
      owner === undefined ? names.owners(owners) : names.person(owner),
  },
]

export interface DocumentRow extends InUnit {
  readonly document: Document
}

/** The register of documents. */
export const documentColumns: readonly TableColumn<DocumentRow>[] = [
  ...unitColumns<DocumentRow>(true),
  { key: 'title', width: 6, value: ({ document }) => document.texts.title ?? null },
  { key: 'documentCode', width: 2, value: ({ document }) => document.texts.code ?? null },
  { key: 'kind', width: 3, value: ({ document }, { words }) => words(`documentKind.${document.kind}`) },
  { key: 'mandatory', width: 1, value: ({ document }) => document.mandatory !== undefined },
  { key: 'clauses', width: 1, value: ({ document }) => document.texts.clause ?? null },
  { key: 'state', width: 2, value: ({ document }, { state }) => state('document', document.state) },
  { key: 'revision', width: 1, value: ({ document }) => document.inForce?.number ?? null },
  { key: 'issuedOn', width: 2, value: ({ document }) => document.inForce?.issuedOn ?? null },
  { key: 'decision', width: 2, value: ({ document }) => document.inForce?.decision ?? null },
  {
    key: 'readBy',
    width: 1,
    value: ({ document }) =>
      [...document.readBy.values()].filter(({ revision }) => revision === document.inForce?.number).length,
  },
]

export interface DecisionRow extends InUnit {
  readonly heldOn: string | undefined
  readonly decision: ReviewDecision
}

/** What management reviews decided. */
export const decisionColumns: readonly TableColumn<DecisionRow>[] = [
  ...unitColumns<DecisionRow>(true),
  { key: 'heldOn', width: 2, value: ({ heldOn }) => heldOn ?? null },
  { key: 'kind', width: 3, value: ({ decision }, { words }) => words(`decisionKind.${decision.kind}`) },
  { key: 'decisionText', width: 6, value: ({ decision }) => decision.text },
  {
    key: 'owner',
    width: 3,
    value: ({ decision }, { person }) => (decision.owner === undefined ? null : person(decision.owner)),
  },
  { key: 'dueOn', width: 2, value: ({ decision }) => decision.dueOn ?? null },
  { key: 'doneOn', width: 2, value: ({ decision }) => decision.doneOn ?? null },
]

export interface DeclarationRow extends InUnit {
  readonly declaration: Declaration
}

export const declarationColumns: readonly TableColumn<DeclarationRow>[] = [
  ...unitColumns<DeclarationRow>(true),
  {
    key: 'standard',
    width: 3,
    value: ({ declaration }, { words }) => words(`standard.${declaration.standard}`),
  },
  { key: 'number', width: 2, value: ({ declaration }) => declaration.texts.number ?? null },
  { key: 'isSigned', width: 1, value: ({ declaration }) => declaration.signed !== undefined },
  { key: 'effectiveOn', width: 2, value: ({ declaration }) => declaration.days.effectiveOn ?? null },
  { key: 'postedOn', width: 2, value: ({ declaration }) => declaration.days.postedOn ?? null },
  { key: 'publishedOn', width: 2, value: ({ declaration }) => declaration.days.publishedOn ?? null },
  { key: 'sentOn', width: 2, value: ({ declaration }) => declaration.days.sentOn ?? null },
  { key: 'decision', width: 3, value: ({ declaration }) => declaration.texts.decision ?? null },
  { key: 'procedures', width: 1, value: ({ declaration }) => declaration.signed?.procedures.length ?? null },
  { key: 'replaces', width: 1, value: ({ declaration }) => declaration.replaces !== undefined },
]

export interface StaffRow extends InUnit {
  readonly member: StaffMember
  /** Null for who has left. */
  readonly isTrained: boolean | null
}

/** Who works within the scope, former ones too. */
export const staffColumns: readonly TableColumn<StaffRow>[] = [
  ...unitColumns<StaffRow>(true),
  { key: 'name', width: 4, value: ({ member }) => member.name },
  { key: 'post', width: 4, value: ({ member }) => member.post },
  { key: 'from', width: 2, value: ({ member }) => member.from },
  { key: 'to', width: 2, value: ({ member }) => member.to },
  { key: 'isTrained', width: 1, value: ({ isTrained }) => isTrained },
]

export interface TrainingRow extends InUnit {
  readonly session: TrainingSession
}

export const trainingColumns: readonly TableColumn<TrainingRow>[] = [
  ...unitColumns<TrainingRow>(true),
  { key: 'heldOn', width: 2, value: ({ session }) => session.on },
  {
    key: 'subject',
    width: 3,
    value: ({ session: { subject } }, { text }) => text(getTrainingTopic(subject)?.title ?? { vi: subject }),
  },
  { key: 'invited', width: 1, value: ({ session }) => session.invited ?? null },
  { key: 'present', width: 1, value: ({ session }) => session.present.length },
  { key: 'names', width: 6, value: ({ session }) => session.present.map(({ name }) => name).join('; ') },
]
