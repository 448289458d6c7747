import { documentType } from '../../../../domain/qms/document-fields.ts'
import { readDocument } from '../../../../domain/qms/document.ts'
import type { EntitySet } from '../entity-set.ts'
import { mayCarryAnswers } from '../may-carry-away.ts'
import { rowsOfThings } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** The register of documents: the revision in force, and the state of the one in hand. Files are not in it. */
export const documents: EntitySet = {
  name: 'Documents',
  type: 'Document',
  properties: {
    id: 'Edm.String',
    ...unitProperties,
    kind: 'Edm.String',
    mandatory: 'Edm.String',
    title: 'Edm.String',
    code: 'Edm.String',
    clause: 'Edm.String',
    state: 'Edm.String',
    revisions: 'Edm.Int32',
    revisionInForce: 'Edm.Int32',
    issuedOn: 'Edm.Date',
    decision: 'Edm.String',
    readers: 'Edm.Int32',
    movedAt: 'Edm.DateTimeOffset',
  },
  ...rowsOfThings('Documents', [
    {
      feedClass: 'unit',
      type: documentType,
      mayHave: mayCarryAnswers,
      toRows(id, entries, unit, world) {
        const document = readDocument(entries.map(toStored))
        const { kind, mandatory, texts, state, revisions, inForce, readBy, moves } = document
        return [
          {
            id,
            ...readUnitProperties(unit, world),
            kind,
            mandatory: mandatory ?? null,
            title: texts.title ?? null,
            code: texts.code ?? null,
            clause: texts.clause ?? null,
            state,
            revisions: revisions.length,
            revisionInForce: inForce?.number ?? null,
            issuedOn: inForce?.issuedOn ?? null,
            decision: inForce?.decision ?? null,
            readers: [...readBy.values()].filter(({ revision }) => revision === inForce?.number).length,
            movedAt: moves.at(-1)?.at ?? null,
          },
        ]
      },
    },
  ]),
}
