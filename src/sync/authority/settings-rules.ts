import { refuseSetting, settingsThing } from '../../domain/qms/settings.ts'
import { limits } from '../protocol/limits.ts'
import type { ThingRules } from './thing-rules.ts'

/** What a province has set for all its communes. */
export const settingsRules: ThingRules = {
  feedClass: 'reference',
  belongsTo: thing => thing === settingsThing,
  mayWrite: mayDo => mayDo('reference.write'),
  maySettle: ({ mayDo }) => mayDo('reference.write'),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse: ({ field, value }, { mayDo }) =>
    mayDo('reference.write') ? refuseSetting(field, value) : 'notYourRole',
  effects: () => [],
}
