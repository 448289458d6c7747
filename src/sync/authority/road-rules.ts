import { refuseRoadChange } from '../../domain/qms/refuse-road-change.ts'
import { parseRoadField, parseRoadThing, roadFields } from '../../domain/qms/road-fields.ts'
import { readPlannedStep } from '../../domain/qms/road.ts'
import { limits } from '../protocol/limits.ts'
import type { ThingRules } from './thing-rules.ts'

/** A commune's road through a programme. */
export const roadRules: ThingRules = {
  feedClass: 'unit',
  belongsTo: (thing, unit) => parseRoadThing(thing)?.unit === unit,
  mayWrite: mayDo => mayDo('qms.plan') || mayDo('qms.comment'),
  maySettle: ({ mayDo }) => mayDo('qms.plan'),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse({ field, value }, { fields, mayDo }) {
    if (parseRoadField(field)?.kind === 'comment' && fields.has(field)) return 'locked'
    const plannedOn = (step: string): string | undefined => {
      const stored = fields.get(roadFields.step(step))?.value
      return stored === undefined ? undefined : readPlannedStep(stored)?.plannedOn
    }
    return refuseRoadChange(field, value, { mayDo, plannedOn })
  },
  effects: () => [],
}
