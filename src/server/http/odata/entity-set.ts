import type { Directory } from '../../../domain/people/directory.ts'
import type { Scope } from '../../../domain/people/scope.ts'
import type { Services } from '../environment.ts'
import type { Properties, Row } from './edm.ts'
import type { Position } from './position.ts'
import type { ReferenceMark } from './reference-mark.ts'
import type { RowMemo } from './row-memo.ts'

/** What the sets are read from, on behalf of one person now (SY9). */
export interface World {
  readonly scope: Scope
  readonly directory: Directory
  readonly entries: Services['entries']
  readonly referenceFeed: string
  readonly findForm: Services['findForm']
  readonly listForms: Services['listForms']
  readonly memo: RowMemo
  readonly markReference: ReferenceMark
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly dayOf: Services['dayOf']
  readonly timeOf: Services['timeOf']
  /** False when no row of these properties can be asked for, whatever the others are. */
  readonly mayMatch: (known: Readonly<Record<string, Row[string]>>) => boolean
}

export interface Found {
  readonly row: Row
  readonly at: Position
}

export interface EntitySet {
  readonly name: string
  /** The entity type's name. */
  readonly type: string
  readonly properties: Properties
  /**
   * All rows this person may have, in an order that stays; or those after a position. An empty list stands for some
   * work done without a row, so that who reads may stop there; `positionGone` ends it, when the position lies in a
   * unit that is not there any more.
   */
  readonly read: (
    world: World,
    from: Position | undefined,
  ) => AsyncGenerator<readonly Found[] | 'positionGone'>
  /** How many rows `read` gives from the start, where that is known without making them all. */
  readonly count?: (world: World, signal: AbortSignal) => Promise<number>
}
