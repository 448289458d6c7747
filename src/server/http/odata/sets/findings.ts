import { getArea } from '../../../../domain/audits/area.ts'
import { auditThing, formatFindingNumber, parseFindingThing } from '../../../../domain/audits/audit-number.ts'
import { findingFields, findingType } from '../../../../domain/audits/finding-fields.ts'
import { isSettled, waitsFor } from '../../../../domain/audits/finding-state.ts'
import { readFinding } from '../../../../domain/audits/finding.ts'
import type { EntitySet } from '../entity-set.ts'
import { mayCarryAudits } from '../may-carry-away.ts'
import { rowsOfThings } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** Issued findings as they stand, with the amendments that a second person agreed to. */
export const findings: EntitySet = {
  name: 'Findings',
  type: 'Finding',
  properties: {
    id: 'Edm.String',
    number: 'Edm.String',
    audit: 'Edm.String',
    year: 'Edm.Int32',
    ...unitProperties,
    grade: 'Edm.String',
    standard: 'Edm.String',
    clauses: 'Edm.String',
    otherClauses: 'Edm.String',
    area: 'Edm.String',
    areaName: 'Edm.String',
    state: 'Edm.String',
    waitsFor: 'Edm.String',
    raisedOn: 'Edm.Date',
    dueOn: 'Edm.Date',
    movedAt: 'Edm.DateTimeOffset',
    isOverdue: 'Edm.Boolean',
    isRepeat: 'Edm.Boolean',
    repeats: 'Edm.Int32',
  },
  ...rowsOfThings('Findings', [
    {
      feedClass: 'unit',
      type: findingType,
      mayHave: mayCarryAudits,
      countedBy: [findingFields.request],
      toRows(id, entries, unit, world) {
        const name = parseFindingThing(id)
        const { request, state, movedAt, action } = readFinding(entries.map(toStored))
        if (!name || !request) return []
        const area = request.area === null ? undefined : getArea(request.area)
        return [
          {
            id,
            number: formatFindingNumber(name),
            audit: auditThing(name),
            year: name.year,
            ...readUnitProperties(unit, world),
            grade: request.grade,
            standard: request.standard,
            clauses: request.clauses.join(' '),
            otherClauses: request.otherClauses.join(' '),
            area: request.area,
            areaName: area?.label['vi'] ?? null,
            state,
            waitsFor: waitsFor(state, action.effectiveness === 'notEffective'),
            raisedOn: request.raisedOn,
            dueOn: request.dueOn,
            movedAt: movedAt ?? null,
            isOverdue: !isSettled(state) && request.dueOn !== null && request.dueOn < world.today,
            isRepeat: request.repeats.length > 0,
            repeats: request.repeats.length,
          },
        ]
      },
    },
  ]),
}
