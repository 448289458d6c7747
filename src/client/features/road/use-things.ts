import { feedId } from '../../../domain/people/feed.ts'
import type { NewFile } from '../../../sync/replica/replica-store.ts'
import type { App } from '../../context/app.ts'
import { useApp } from '../../context/app-context.tsx'
import type { RoadChange, RoadView } from './use-road.ts'

export type SaveThing = (
  thing: string,
  changes: readonly RoadChange[],
  files?: readonly NewFile[],
) => ReturnType<App['save']>

/** Saves fields of things of one type in the commune's feed, in one transaction (SY1). */
export function useSaveThing(type: string, { unit }: Pick<RoadView, 'unit'>): SaveThing {
  const app = useApp()
  return (thing, changes, files) =>
    app.save(
      changes.map(change => ({ feed: feedId(unit.id, 'unit'), type, thing, ...change })),
      files,
    )
}
