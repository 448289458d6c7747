import { auditType } from '../../../../domain/audits/audit-fields.ts'
import { readAudit } from '../../../../domain/audits/audit.ts'
import { findingType } from '../../../../domain/audits/finding-fields.ts'
import { readFinding } from '../../../../domain/audits/finding.ts'
import type { StoredField } from '../../../../domain/audits/stored-field.ts'
import { readResponse } from '../../../../domain/responses/response.ts'
import { responseType } from '../../../../domain/responses/response-fields.ts'
import type { EntitySet } from '../entity-set.ts'
import { mayCarryAnswers, mayCarryAudits } from '../may-carry-away.ts'
import { rowsOfThings, type ThingSource } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

interface AnyMove {
  readonly id: string
  readonly to: string
  readonly reason: string | undefined
  readonly at: number
}

const movesOf = (
  type: string,
  source: Pick<ThingSource, 'feedClass' | 'mayHave'>,
  readMoves: (fields: readonly StoredField[]) => readonly AnyMove[],
): ThingSource => ({
  ...source,
  type,
  countedBy: ['moves/'],
  toRows: (thing, entries, unit, world) =>
    readMoves(entries.map(toStored)).map(({ id, to, reason, at }, index) => ({
      id: `${thing}/${id}`,
      ...readUnitProperties(unit, world),
      kind: type,
      thing,
      number: index + 1,
      to,
      reason: reason ?? null,
      at,
    })),
})

/** Every change of state of responses, audits and findings: what happened when. Who made it is not told. */
export const moves: EntitySet = {
  name: 'Moves',
  type: 'Move',
  properties: {
    id: 'Edm.String',
    ...unitProperties,
    kind: 'Edm.String',
    thing: 'Edm.String',
    number: 'Edm.Int32',
    to: 'Edm.String',
    reason: 'Edm.String',
    at: 'Edm.DateTimeOffset',
  },
  ...rowsOfThings('Moves', [
    movesOf(
      responseType,
      { feedClass: 'unit', mayHave: mayCarryAnswers },
      fields => readResponse(fields).moves,
    ),
    movesOf(findingType, { feedClass: 'unit', mayHave: mayCarryAudits }, fields => readFinding(fields).moves),
    movesOf(auditType, { feedClass: 'audit', mayHave: mayCarryAudits }, fields => readAudit(fields).moves),
  ]),
}
