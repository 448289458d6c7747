import { readAudit, type Audit } from '../../src/domain/audits/audit.ts'
import type { TimetableRow } from '../../src/domain/audits/timetable-row.ts'

/** A line of a timetable; what a test does not say is a line of one hour. */
export const aTimetableRow = (row: Partial<TimetableRow> = {}): TimetableRow => ({
  id: 'r1',
  area: 'oneStop',
  clauses: ['7.2'],
  auditor: 'p-vi',
  host: '',
  day: '2017-10-16',
  start: '08:30',
  end: '09:30',
  note: '',
  ...row,
})

/** An audit of two members as it is planned; what a test does not say is blank. */
export const aPlannedAudit = (audit: Partial<Audit> = {}): Audit => ({
  ...readAudit([]),
  state: 'planned',
  from: '2017-10-16',
  to: '2017-10-17',
  team: new Map([
    ['p-vi', { isLead: true }],
    ['p-van', { isLead: false }],
  ]),
  ...audit,
})
