import { directoryTypes, readDirectory, type Directory } from '../../../domain/people/directory.ts'
import { programmeType, readProgramme, type Programme } from '../../../domain/qms/programme.ts'
import { unitsChangeType } from '../../../domain/qms/applied-units-change.ts'
import type { EntryStore } from '../../../sync/authority/entry-store.ts'
import type { Entry } from '../../../sync/protocol/op.ts'

/** What a change of units is thought out from. */
export interface Reference {
  /** Where the feed ended before it was read. */
  readonly head: number
  readonly entries: readonly Entry[]
  readonly directory: Directory
  readonly programmes: readonly Programme[]
}

/** Reads units, people, programmes and earlier changes; `head` first, so that what comes meanwhile shows as newer. */
export async function readReference(
  entries: Pick<EntryStore, 'heads' | 'readTypes'>,
  feed: string,
): Promise<Reference> {
  const head = (await entries.heads([feed])).get(feed)?.head ?? 0
  const found = await entries.readTypes(feed, [...directoryTypes, programmeType, unitsChangeType])
  const programmes = Map.groupBy(
    found.filter(({ type }) => type === programmeType),
    ({ thing }) => thing,
  )
  return {
    head,
    entries: found,
    directory: readDirectory(found),
    programmes: [...programmes].map(([id, fields]) => readProgramme(id, fields)),
  }
}
