import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { Scope } from '../../domain/people/scope.ts'
import type { QuizKey } from '../../domain/responses/grade-quiz.ts'
import type { FormName } from '../../domain/responses/response.ts'
import type { Upcaster } from '../protocol/upcast-op.ts'
import type { HeldOp } from './entry-store.ts'
import type { Leaned } from './leaning.ts'

/** What deciding about ops asks of the outside. */
export interface Judgement {
  readonly author: string
  readonly scope: Scope
  /** What everybody is in the province. */
  readonly directory: Pick<Directory, 'assignmentsOf' | 'tree'>
  readonly findForm: (name: FormName) => CompiledForm | undefined
  readonly findKey: (name: FormName) => QuizKey | undefined
  /** The calendar day of an instant where the communes are, `YYYY-MM-DD`. */
  readonly dayOf: (ms: number) => string
  readonly steps: readonly Upcaster[]
}

/** With what was read for the ops of one feed. */
export interface FeedJudgement extends Judgement {
  readonly leaned: Leaned
  /** The held ops that settlements among the ops speak of. */
  readonly held: readonly HeldOp[]
  /** How much of the feed the tablet had that sends them; nobody knows it of work that was carried. */
  readonly seen: number
}
