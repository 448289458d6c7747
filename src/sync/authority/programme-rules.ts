import { refuseProgrammeChange } from '../../domain/qms/refuse-programme-change.ts'
import { limits } from '../protocol/limits.ts'
import type { ThingRules } from './thing-rules.ts'

/** A campaign of the province. It is begun at the server, with its survey; the province says who takes part and by when. */
export const programmeRules: ThingRules = {
  feedClass: 'reference',
  belongsTo: thing => /^[\w-]{1,40}$/u.test(thing),
  mayWrite: mayDo => mayDo('reference.write'),
  maySettle: ({ mayDo }) => mayDo('reference.write'),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse({ field, value }, { mayDo, fields }) {
    if (!mayDo('reference.write')) return 'notYourRole'
    return fields.size === 0 ? 'unknownField' : refuseProgrammeChange(field, value)
  },
  effects: () => [],
}
