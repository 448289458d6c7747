import { programmeFields } from '../../domain/qms/programme.ts'
import { refuseProgrammeChange } from '../../domain/qms/refuse-programme-change.ts'
import { limits } from '../protocol/limits.ts'
import type { ThingRules } from './thing-rules.ts'

/** A campaign of the province, which alone says what it is, who takes part and by when. */
export const programmeRules: ThingRules = {
  feedClass: 'reference',
  belongsTo: thing => /^[\w-]{1,40}$/u.test(thing),
  mayWrite: mayDo => mayDo('reference.write'),
  maySettle: ({ mayDo }) => mayDo('reference.write'),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse({ field, value }, { mayDo, fields, findForm, today }) {
    if (!mayDo('reference.write')) return 'notYourRole'
    const programme =
      fields.size === 0 ? undefined : { endedOn: fields.get(programmeFields.endedOn)?.value ?? null }
    return refuseProgrammeChange(field, value, { programme, findForm, today })
  },
  effects: () => [],
}
