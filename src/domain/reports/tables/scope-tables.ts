import { listWholeFindings } from '../../audits/list-findings.ts'
import type { CommuneRecord } from '../communes/commune-record.ts'
import { actionColumns, auditColumns, findingColumns, type FindingRow } from './audit-tables.ts'
import {
  declarationColumns,
  decisionColumns,
  documentColumns,
  staffColumns,
  stepColumns,
  trainingColumns,
} from './qms-tables.ts'
import { listStaffRows } from './list-staff-rows.ts'
import { makeTable, type ReportTable, type TableNames } from './report-table.ts'

interface Given {
  readonly names: TableNames
  readonly dayOf: (ms: number) => string
  /** `YYYY-MM-DD` */
  readonly today: string
}

export const scopeTableNames = [
  'steps',
  'trainings',
  'staff',
  'documents',
  'audits',
  'findings',
  'actions',
  'decisions',
  'declarations',
] as const
export type ScopeTableName = (typeof scopeTableNames)[number]

/** One of the lists of these communes, whole. */
export function scopeTable(
  name: ScopeTableName,
  communes: readonly CommuneRecord[],
  { names, dayOf, today }: Given,
): ReportTable {
  switch (name) {
    case 'steps':
      return makeTable(
        name,
        stepColumns,
        communes.flatMap(({ unit, district, steps }) =>
          steps.map((status, at) => ({ unit, district, status, order: at + 1 })),
        ),
        names,
      )
    case 'trainings':
      return makeTable(
        name,
        trainingColumns,
        communes.flatMap(({ unit, district, facts }) =>
          facts.sessions.map(session => ({ unit, district, session })),
        ),
        names,
      )
    case 'staff':
      return makeTable(
        name,
        staffColumns,
        communes.flatMap(({ unit, district, facts }) => listStaffRows(facts, { unit, district }, today)),
        names,
      )
    case 'documents':
      return makeTable(
        name,
        documentColumns,
        communes.flatMap(({ unit, district, facts }) =>
          [...facts.documents.values()].map(document => ({ unit, district, document })),
        ),
        names,
      )
    case 'audits':
      return makeTable(
        name,
        auditColumns,
        communes.flatMap(({ unit, district, audits }) =>
          [...audits].map(([thing, audit]) => ({ unit, district, thing, audit, dayOf })),
        ),
        names,
      )
    case 'findings':
      return makeTable(name, findingColumns, findingRows(communes, today), names)
    case 'actions':
      return makeTable(
        name,
        actionColumns,
        findingRows(communes, today).filter(({ line }) => line.grade === 'major' || line.grade === 'minor'),
        names,
      )
    case 'decisions':
      return makeTable(
        name,
        decisionColumns,
        communes.flatMap(({ unit, district, facts }) =>
          [...facts.reviews.values()].flatMap(({ on, decisions }) =>
            decisions.map(decision => ({ unit, district, heldOn: on, decision })),
          ),
        ),
        names,
      )
    case 'declarations':
      return makeTable(
        name,
        declarationColumns,
        communes.flatMap(({ unit, district, facts }) =>
          [...facts.declarations.values()].map(declaration => ({ unit, district, declaration })),
        ),
        names,
      )
  }
}

const findingRows = (communes: readonly CommuneRecord[], today: string): readonly FindingRow[] =>
  communes.flatMap(({ unit, district, facts }) =>
    listWholeFindings(facts.findings, today).map(line => ({
      unit,
      district,
      line,
      action: facts.findings.get(line.thing)?.action ?? {},
    })),
  )
