import { feedId } from '../../../domain/people/feed.ts'
import { parseTrainingThing, trainingType } from '../../../domain/qms/training-fields.ts'
import type { Training } from '../../../domain/qms/training.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import type { NewFile } from '../../../sync/replica/replica-store.ts'
import type { App } from '../../context/app.ts'

/** A training session on the screen, with what this person may do to it. */
export interface OpenSession {
  readonly thing: string
  readonly training: Training
  readonly mayWrite: boolean
  /** One transaction: it is on the tablet when this resolves with ok (SY1). */
  readonly save: (
    changes: readonly { readonly field: string; readonly value: JsonValue }[],
    files?: readonly NewFile[],
  ) => ReturnType<App['save']>
}

interface Given {
  readonly thing: string
  readonly training: Training
  /** Whether the person writes in the commune at all. */
  readonly mayWrite: boolean
}

export function openSession(app: Pick<App, 'save'>, { thing, training, mayWrite }: Given): OpenSession {
  const feed = feedId(parseTrainingThing(thing)?.unit ?? '', 'unit')
  return {
    thing,
    training,
    mayWrite: mayWrite && training.cancelled === undefined,
    save: (changes, files) =>
      app.save(
        changes.map(change => ({ feed, type: trainingType, thing, ...change })),
        files,
      ),
  }
}
