import type { Directory } from '../../../domain/people/directory.ts'
import type { Scope } from '../../../domain/people/scope.ts'
import type { Services } from '../environment.ts'
import type { World } from './entity-set.ts'
import { createReferenceMark } from './reference-mark.ts'
import { createRowMemo } from './row-memo.ts'

/** What the sets are read from now, in a scope; all that one of these gives share what was made once. */
export type FeedWorld = (scope: Scope, directory: Directory) => Omit<World, 'mayMatch'>

export function createFeedWorld(services: Services): FeedWorld {
  const { entries, referenceFeed, findForm, listForms, clock, dayOf, timeOf } = services
  const memo = createRowMemo()
  const markReference = createReferenceMark(entries, referenceFeed)
  return (scope, directory) => ({
    scope,
    directory,
    entries,
    referenceFeed,
    findForm,
    listForms,
    memo,
    markReference,
    today: dayOf(clock()),
    dayOf,
    timeOf,
  })
}
