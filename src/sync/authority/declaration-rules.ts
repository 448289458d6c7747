import { isDeclarationOf, readDeclaration, refuseDeclarationChange } from '../../domain/qms/declaration.ts'
import { limits } from '../protocol/limits.ts'
import { toStoredFields } from './stored-fields.ts'
import type { ThingRules } from './thing-rules.ts'

/** A commune's declaration of conformity. */
export const declarationRules: ThingRules = {
  feedClass: 'unit',
  belongsTo: isDeclarationOf,
  mayWrite: mayDo => mayDo('qms.write'),
  maySettle: ({ mayDo }) => mayDo('qms.write'),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse: ({ field, value }, { fields, mayDo }) =>
    refuseDeclarationChange(field, value, {
      declaration: readDeclaration(toStoredFields(fields.values())),
      mayDo,
    }),
  effects: () => [],
}
