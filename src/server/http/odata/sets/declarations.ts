import { declarationType, readDeclaration } from '../../../../domain/qms/declaration.ts'
import type { EntitySet } from '../entity-set.ts'
import { mayCarryAnswers } from '../may-carry-away.ts'
import { rowsOfThings } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** Declarations of conformity, drafts too. */
export const declarations: EntitySet = {
  name: 'Declarations',
  type: 'Declaration',
  properties: {
    id: 'Edm.String',
    ...unitProperties,
    standard: 'Edm.String',
    number: 'Edm.String',
    isSigned: 'Edm.Boolean',
    signedAt: 'Edm.DateTimeOffset',
    procedures: 'Edm.Int32',
    effectiveOn: 'Edm.Date',
    postedOn: 'Edm.Date',
    publishedOn: 'Edm.Date',
    sentOn: 'Edm.Date',
    replaces: 'Edm.String',
  },
  ...rowsOfThings('Declarations', [
    {
      feedClass: 'unit',
      type: declarationType,
      mayHave: mayCarryAnswers,
      toRows(id, entries, unit, world) {
        const { standard, texts, days, replaces, signed } = readDeclaration(entries.map(toStored))
        return [
          {
            id,
            ...readUnitProperties(unit, world),
            standard,
            number: texts.number ?? null,
            isSigned: signed !== undefined,
            signedAt: signed?.at ?? null,
            procedures: signed?.procedures.length ?? 0,
            effectiveOn: days.effectiveOn ?? null,
            postedOn: days.postedOn ?? null,
            publishedOn: days.publishedOn ?? null,
            sentOn: days.sentOn ?? null,
            replaces: replaces ?? null,
          },
        ]
      },
    },
  ]),
}
