import { trainingType } from '../../../../domain/qms/training-fields.ts'
import { readTraining, trainingState } from '../../../../domain/qms/training.ts'
import type { EntitySet } from '../entity-set.ts'
import { mayCarryAnswers } from '../may-carry-away.ts'
import { rowsOfThings } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** Who was asked to a training session or was there, a row for each of them. Their names are not told. */
export const attendances: EntitySet = {
  name: 'Attendances',
  type: 'Attendance',
  properties: {
    id: 'Edm.String',
    training: 'Edm.String',
    ...unitProperties,
    topic: 'Edm.String',
    state: 'Edm.String',
    heldOn: 'Edm.Date',
    /** Within the commune's staff, or a guest's own. */
    person: 'Edm.String',
    post: 'Edm.String',
    isInvited: 'Edm.Boolean',
    isPresent: 'Edm.Boolean',
    hasSigned: 'Edm.Boolean',
    notedAt: 'Edm.DateTimeOffset',
  },
  ...rowsOfThings('Attendances', [
    {
      feedClass: 'unit',
      type: trainingType,
      mayHave: mayCarryAnswers,
      countedBy: ['invited/', 'attendance/'],
      toRows(thing, entries, unit, world) {
        const training = readTraining(entries.map(toStored))
        const { topic, heldOn, invited, attendance, files } = training
        return [...new Set([...attendance.keys(), ...invited])].sort().map(person => {
          const there = attendance.get(person)
          return {
            id: `${thing}/${person}`,
            training: thing,
            ...readUnitProperties(unit, world),
            topic: topic ?? null,
            state: trainingState(training, world.today),
            heldOn: heldOn ?? null,
            person,
            post: there ? there.post : null,
            isInvited: invited.has(person),
            isPresent: there !== undefined,
            hasSigned: there !== undefined && Object.keys(files[person] ?? {}).length > 0,
            notedAt: there?.at ?? null,
          }
        })
      },
    },
  ]),
}
