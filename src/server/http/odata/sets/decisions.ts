import { managementReviewType, readManagementReview } from '../../../../domain/qms/management-review.ts'
import type { EntitySet } from '../entity-set.ts'
import { mayCarryAnswers } from '../may-carry-away.ts'
import { rowsOfThings } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** What management reviews decided, a row for each decision. Whose it is is not told. */
export const decisions: EntitySet = {
  name: 'Decisions',
  type: 'Decision',
  properties: {
    id: 'Edm.String',
    review: 'Edm.String',
    ...unitProperties,
    heldOn: 'Edm.Date',
    isConfirmed: 'Edm.Boolean',
    kind: 'Edm.String',
    text: 'Edm.String',
    dueOn: 'Edm.Date',
    doneOn: 'Edm.Date',
    isOverdue: 'Edm.Boolean',
  },
  ...rowsOfThings('Decisions', [
    {
      feedClass: 'unit',
      type: managementReviewType,
      mayHave: mayCarryAnswers,
      countedBy: ['decisions/'],
      toRows(review, entries, unit, world) {
        const { on, confirmedBy, decisions: own } = readManagementReview(entries.map(toStored))
        return own.map(({ id, kind, text, dueOn, doneOn }) => ({
          id: `${review}/${id}`,
          review,
          ...readUnitProperties(unit, world),
          heldOn: on ?? null,
          isConfirmed: confirmedBy !== undefined,
          kind,
          text,
          dueOn: dueOn ?? null,
          doneOn: doneOn ?? null,
          isOverdue: doneOn === undefined && dueOn !== undefined && dueOn < world.today,
        }))
      },
    },
  ]),
}
