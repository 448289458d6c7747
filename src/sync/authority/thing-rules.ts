import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import type { Action } from '../../domain/people/role.ts'
import type { FormName } from '../../domain/responses/response.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Entry, ThingId } from '../protocol/op.ts'
import type { HeldReason } from '../protocol/wire.ts'

/** One field that is to be changed. */
export interface FieldChange {
  readonly field: string
  readonly value: JsonValue
}

/** What a rule may look at. Nothing of it is the client's word but the change itself. */
export interface RuleContext {
  /** The thing's fields as they are now, earlier ops of the same request included. */
  readonly fields: ReadonlyMap<string, Entry>
  readonly mayDo: (action: Action) => boolean
  readonly findForm: (name: FormName) => CompiledForm | undefined
  /** The day the change was made, `YYYY-MM-DD`. */
  readonly today: string
}

/** What the authority has to know of a type of thing. */
export interface ThingRules {
  /** Whether a thing with this id may live in the feed of this unit. */
  belongsTo: (thing: ThingId, unit: string) => boolean
  /** Whether the person writes such things at all, and so may settle their conflicts. */
  mayWrite: (mayDo: (action: Action) => boolean) => boolean
  /** Longest JSON of a field's value, in UTF-16 units. */
  longestValue: (field: string) => number
  refuse: (change: FieldChange, context: RuleContext) => HeldReason | undefined
  /** What the server adds in the same commit; `context.fields` has the change already. */
  effects: (change: FieldChange, context: RuleContext) => readonly FieldChange[]
}
