import { refuseTrainingChange } from '../../domain/qms/refuse-training-change.ts'
import { parseTrainingThing } from '../../domain/qms/training-fields.ts'
import { readTraining } from '../../domain/qms/training.ts'
import { limits } from '../protocol/limits.ts'
import { toStoredFields } from './stored-fields.ts'
import type { ThingRules } from './thing-rules.ts'

/** A training session of a commune. */
export const trainingRules: ThingRules = {
  feedClass: 'unit',
  belongsTo: (thing, unit) => parseTrainingThing(thing)?.unit === unit,
  mayWrite: mayDo => mayDo('qms.write'),
  maySettle: ({ mayDo }) => mayDo('qms.write'),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse: ({ field, value }, { fields, mayDo, today }) =>
    refuseTrainingChange(field, value, {
      training: readTraining(toStoredFields(fields.values())),
      mayDo,
      today,
    }),
  effects: () => [],
}
