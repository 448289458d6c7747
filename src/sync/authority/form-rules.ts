import { compileForm } from '../../domain/forms/compile-form.ts'
import { isPublishedForm } from '../../domain/qms/published-form-type.ts'
import {
  fieldsToForm,
  isFormPart,
  partOf,
  publishedFormFields,
  publishedFormThing,
  readPublishedHead,
} from '../../domain/qms/published-form.ts'
import { limits } from '../protocol/limits.ts'
import type { HeldReason } from '../protocol/wire.ts'
import type { FieldChange, RuleContext, ThingRules } from './thing-rules.ts'

const { head } = publishedFormFields

/** A published form version: parts first, and with `head` it is a form that can be filled, for ever the same. */
export const formRules: ThingRules = {
  feedClass: 'reference',
  belongsTo: isPublishedForm,
  mayWrite: mayDo => mayDo('form.publish'),
  maySettle: ({ mayDo }) => mayDo('form.publish'),
  longestValue: () => limits.value,

  isAnonymous: () => false,
  refuse({ field, value }, context) {
    if (!context.mayDo('form.publish')) return 'notYourRole'
    if (context.fields.has(head)) return 'locked'
    if (field === head) return refuseHead({ field, value }, context)
    if (partOf(field) === undefined) return 'unknownField'
    return isFormPart(value) ? undefined : 'badValue'
  },

  effects: () => [],
}

function refuseHead(change: FieldChange, { thing, fields, findForm }: RuleContext): HeldReason | undefined {
  const name = readPublishedHead(change.value)
  if (!name || publishedFormThing(name) !== thing) return 'badValue'
  // Nothing is published under this name yet: it is that of a built-in form.
  if (findForm(name)) return 'locked'
  const form = fieldsToForm([...fields.values(), change])
  return form.ok && compileForm(form.value).ok ? undefined : 'badValue'
}
