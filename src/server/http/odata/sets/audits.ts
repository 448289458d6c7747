import { isDay } from '../../../../lib/calendar-day.ts'
import { auditType } from '../../../../domain/audits/audit-fields.ts'
import { formatAuditNumber, parseAuditThing } from '../../../../domain/audits/audit-number.ts'
import { readAudit } from '../../../../domain/audits/audit.ts'
import type { EntitySet } from '../entity-set.ts'
import { mayCarryAudits } from '../may-carry-away.ts'
import { rowsOfThings } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** Audits as their working papers have them, which the audited commune does not read. */
export const audits: EntitySet = {
  name: 'Audits',
  type: 'Audit',
  properties: {
    id: 'Edm.String',
    number: 'Edm.String',
    year: 'Edm.Int32',
    ...unitProperties,
    standard: 'Edm.String',
    state: 'Edm.String',
    startsOn: 'Edm.Date',
    endsOn: 'Edm.Date',
    checks: 'Edm.Int32',
    findings: 'Edm.Int32',
    signedAt: 'Edm.DateTimeOffset',
    movedAt: 'Edm.DateTimeOffset',
  },
  ...rowsOfThings('Audits', [
    {
      feedClass: 'audit',
      type: auditType,
      mayHave: mayCarryAudits,
      toRows(id, entries, unit, world) {
        const name = parseAuditThing(id)
        if (!name) return []
        const audit = readAudit(entries.map(toStored))
        return [
          {
            id,
            number: formatAuditNumber(name),
            year: name.year,
            ...readUnitProperties(unit, world),
            standard: audit.standard,
            state: audit.state,
            startsOn: toDay(audit.from),
            endsOn: toDay(audit.to),
            checks: [...audit.checks.values()].filter(({ verdict }) => verdict).length,
            findings: [...audit.findings.values()].filter(({ withdrawn }) => !withdrawn).length,
            signedAt: audit.moves.findLast(({ to }) => to === 'signed')?.at ?? null,
            movedAt: audit.moves.at(-1)?.at ?? null,
          },
        ]
      },
    },
  ]),
}

/** Auditors may have typed anything before the plan is judged. */
const toDay = (text: string | undefined): string | null => (isDay(text) ? text : null)
