import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import type { FeedClass } from '../../domain/people/feed.ts'
import type { OwnWork } from '../../domain/people/own-work.ts'
import type { Action, Role } from '../../domain/people/role.ts'
import type { QuizKey } from '../../domain/responses/grade-quiz.ts'
import type { FormName } from '../../domain/responses/response.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Entry, ThingId } from '../protocol/op.ts'
import type { HeldReason } from '../protocol/wire.ts'
import type { Leaning } from './leaning.ts'

/** One field that is to be changed. */
export interface FieldChange {
  readonly field: string
  readonly value: JsonValue
}

/** What a rule may look at. Nothing of it is the client's word but the change itself. */
export interface RuleContext {
  readonly thing: ThingId
  /** The thing's fields as they are now, earlier ops of the same request included. */
  readonly fields: ReadonlyMap<string, Entry>
  /** The fields of the thing that the change leans on; none when it leans on nothing. */
  readonly leaned: readonly Entry[]
  /** Who makes the change. */
  readonly person: string
  readonly mayDo: (action: Action) => boolean
  /** Areas of the commune that are the person's own work. */
  readonly ownWork: OwnWork
  /** Areas of the commune that are anybody's own work on a day, `YYYY-MM-DD`. */
  readonly ownWorkOf: (person: string, day: string) => OwnWork
  /** The person's roles in the unit of the feed. */
  readonly roles: readonly Role[]
  readonly findForm: (name: FormName) => CompiledForm | undefined
  /** The right answers of a quiz, which no tablet has before it was answered. */
  readonly findKey: (name: FormName) => QuizKey | undefined
  /** The day the change was made, `YYYY-MM-DD`. */
  readonly today: string
}

/** What the authority has to know of a type of thing. */
export interface ThingRules {
  /** The class of feed such things live in. */
  readonly feedClass: FeedClass
  /** Whether a thing with this id may live in the feed of this unit. */
  belongsTo: (thing: ThingId, unit: string) => boolean
  /** Whether the person writes such things at all. */
  mayWrite: (mayDo: (action: Action) => boolean) => boolean
  /** Whether the person may close conflicts of this one. */
  maySettle: (context: RuleContext) => boolean
  /** Longest JSON of a field's value, in UTF-16 units. */
  longestValue: (field: string) => number
  /** Whether neither author nor device of the change is kept. */
  isAnonymous: (change: FieldChange, context: RuleContext) => boolean
  /**
   * The thing of another feed that decides about a change; left out when none does. It is read without that feed's lock,
   * so only what is never undone may be asked of it.
   */
  leansOn?: (change: FieldChange & { readonly thing: ThingId }) => Leaning | undefined
  refuse: (change: FieldChange, context: RuleContext) => HeldReason | undefined
  /** What the server adds in the same commit; `context.fields` has the change already. */
  effects: (change: FieldChange, context: RuleContext) => readonly FieldChange[]
}
