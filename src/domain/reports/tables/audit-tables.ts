import { leadOf, type Audit } from '../../audits/audit.ts'
import { formatAuditNumber, parseAuditThing } from '../../audits/audit-number.ts'
import type { FindingLine } from '../../audits/list-findings.ts'
import type { ActionPart } from '../../audits/finding-fields.ts'
import type { Unit } from '../../people/unit.ts'
import { unitColumns, type TableColumn } from './report-table.ts'

interface InUnit {
  readonly unit: Unit
  readonly district: Unit | undefined
}

export interface AuditRow extends InUnit {
  readonly thing: string
  readonly audit: Audit
  readonly dayOf: (ms: number) => string
}

const draftsOf = ({ findings }: Audit) => [...findings.values()].filter(({ withdrawn }) => !withdrawn)

/** Audits with their plan and what came of them. */
export const auditColumns: readonly TableColumn<AuditRow>[] = [
  {
    key: 'number',
    width: 3,
    value: ({ thing }) => {
      const name = parseAuditThing(thing)
      return name ? formatAuditNumber(name) : null
    },
  },
  ...unitColumns<AuditRow>(true),
  { key: 'standard', width: 2, value: ({ audit }, { words }) => words(`standard.${audit.standard}`) },
  { key: 'state', width: 2, value: ({ audit }, { state }) => state('audit', audit.state) },
  { key: 'from', width: 2, value: ({ audit }) => audit.from ?? null },
  { key: 'to', width: 2, value: ({ audit }) => audit.to ?? null },
  {
    key: 'lead',
    width: 3,
    value: ({ audit }, { person }) => {
      const lead = leadOf(audit)
      return lead === undefined ? null : person(lead)
    },
  },
  {
    key: 'team',
    width: 4,
    value: ({ audit }, { person }) => [...audit.team.keys()].map(person).join('; '),
  },
  {
    key: 'checks',
    width: 1,
    value: ({ audit }) => [...audit.checks.values()].filter(({ verdict }) => verdict).length,
  },
  { key: 'findings', width: 1, value: ({ audit }) => draftsOf(audit).length },
  {
    key: 'majors',
    width: 1,
    value: ({ audit }) => draftsOf(audit).filter(({ grade }) => grade === 'major').length,
  },
  {
    key: 'minors',
    width: 1,
    value: ({ audit }) => draftsOf(audit).filter(({ grade }) => grade === 'minor').length,
  },
  {
    key: 'signedOn',
    width: 2,
    value: ({ audit, dayOf }) => {
      const signed = audit.moves.findLast(({ to }) => to === 'signed')
      return signed ? dayOf(signed.at) : null
    },
  },
]

export interface FindingRow extends InUnit {
  readonly line: FindingLine
  /** Texts of the corrective action, as far as they are written. */
  readonly action: Readonly<Partial<Record<ActionPart, string>>>
}

const number: TableColumn<FindingRow> = { key: 'number', width: 3, value: ({ line }) => line.number }
const state: TableColumn<FindingRow> = {
  key: 'state',
  width: 2,
  value: ({ line }, names) => names.state('finding', line.state),
}
const dueOn: TableColumn<FindingRow> = { key: 'dueOn', width: 2, value: ({ line }) => line.dueOn }
const owner: TableColumn<FindingRow> = {
  key: 'owner',
  width: 3,
  value: ({ line }, { person }) => (line.owner === undefined ? null : person(line.owner)),
}
const daysLate: TableColumn<FindingRow> = { key: 'daysLate', width: 1, value: ({ line }) => line.daysLate }

/** Issued findings, as the list shows them. */
export const findingColumns: readonly TableColumn<FindingRow>[] = [
  number,
  ...unitColumns<FindingRow>(true),
  { key: 'findingGrade', width: 2, value: ({ line }, { grade }) => grade(line.grade) },
  { key: 'clauses', width: 2, value: ({ line }) => line.clauses.join('; ') },
  { key: 'area', width: 3, value: ({ line }, { area }) => (line.area === null ? null : area(line.area)) },
  { key: 'nature', width: 6, value: ({ line }) => line.nature },
  state,
  { key: 'raisedOn', width: 2, value: ({ line }) => line.raisedOn },
  dueOn,
  daysLate,
  owner,
  { key: 'lead', width: 3, value: ({ line }, { person }) => person(line.lead) },
  { key: 'repeated', width: 1, value: ({ line }) => line.isRepeat },
]

const part = (key: ActionPart, width: number): TableColumn<FindingRow> => ({
  key: `action.${key}`,
  width,
  value: ({ action }) => action[key] ?? null,
})

/** What the communes do about nonconformities. */
export const actionColumns: readonly TableColumn<FindingRow>[] = [
  number,
  ...unitColumns<FindingRow>(true),
  state,
  part('correction', 4),
  part('cause', 4),
  part('action', 4),
  owner,
  dueOn,
  daysLate,
  part('doneOn', 2),
  part('doneNote', 4),
  part('verifyNote', 4),
  {
    key: 'effectiveness',
    width: 2,
    value: ({ action }, { words }) =>
      action.effectiveness ? words(`effectiveness.${action.effectiveness}`) : null,
  },
]
