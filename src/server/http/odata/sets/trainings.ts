import { getTrainingTopic } from '../../../../domain/qms/training-topics.ts'
import { trainingType } from '../../../../domain/qms/training-fields.ts'
import { readTraining, trainingState } from '../../../../domain/qms/training.ts'
import type { EntitySet } from '../entity-set.ts'
import { mayCarryAnswers } from '../may-carry-away.ts'
import { rowsOfThings } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** Training sessions, planned and held. Those that were only noted on the attendance form are among the answers. */
export const trainings: EntitySet = {
  name: 'Trainings',
  type: 'Training',
  properties: {
    id: 'Edm.String',
    ...unitProperties,
    topic: 'Edm.String',
    title: 'Edm.String',
    state: 'Edm.String',
    plannedOn: 'Edm.Date',
    heldOn: 'Edm.Date',
    hours: 'Edm.Double',
    place: 'Edm.String',
    invited: 'Edm.Int32',
    present: 'Edm.Int32',
    /** Why it does not take place. */
    cancelled: 'Edm.String',
  },
  ...rowsOfThings('Trainings', [
    {
      feedClass: 'unit',
      type: trainingType,
      mayHave: mayCarryAnswers,
      toRows(id, entries, unit, world) {
        const training = readTraining(entries.map(toStored))
        const { topic, plannedOn, heldOn, hours, texts, invited, attendance, cancelled } = training
        return [
          {
            id,
            ...readUnitProperties(unit, world),
            topic: topic ?? null,
            title: getTrainingTopic(topic)?.title['vi'] ?? null,
            state: trainingState(training, world.today),
            plannedOn: plannedOn ?? null,
            heldOn: heldOn ?? null,
            hours: hours ?? null,
            place: texts.place ?? null,
            invited: invited.size,
            present: attendance.size,
            cancelled: cancelled ?? null,
          },
        ]
      },
    },
  ]),
}
