import { useMemo } from 'react'
import { vietnamDayOf } from '../../lib/vietnam-time.ts'
import { feedId } from '../../domain/people/feed.ts'
import type { CommuneSpan } from '../../domain/qms/due-on.ts'
import type { StoredThing } from '../../domain/qms/gather-facts.ts'
import { judgeRoad, type JudgedRoad } from '../../domain/qms/judge-road.ts'
import type { Programme } from '../../domain/qms/programme.ts'
import type { Row } from '../../sync/replica/row.ts'
import { useApp } from './app-context.tsx'
import { toStored } from './use-audit.ts'
import { useForms } from './use-forms.ts'
import { useSettings } from './use-settings.ts'
import { useWatched } from './use-watched.ts'

/** Where a commune is, computed on this tablet, and the rows it was computed from. */
export interface Qms extends JudgedRoad {
  readonly rows: readonly Row[]
}

/** Of one commune in a programme; undefined until read. */
export function useQms(unit: CommuneSpan | undefined, programme: Programme | undefined): Qms | undefined {
  const app = useApp()
  const forms = useForms('all')
  const feed = unit === undefined ? '' : feedId(unit.id, 'unit')
  const rows = useWatched(() => app.watchFeed(feed), `${app.person.id} feed ${feed}`)
  const settings = useSettings()
  const today = app.today()
  return useMemo(() => {
    if (!rows || !forms || !settings || !programme || unit === undefined) return undefined
    const judged = judgeRoad(toThings(rows), {
      unit,
      programme,
      settings,
      today,
      dayOf: vietnamDayOf,
      findForm: name => forms.find(name)?.form,
      forms: forms.list.map(({ form }) => form),
    })
    return { ...judged, rows }
  }, [rows, forms, settings, programme, unit, today])
}

/** Rows of a feed as the things they make. */
export const toThings = (rows: readonly Row[]): readonly StoredThing[] =>
  [...Map.groupBy(rows, row => row.thing)].map(([thing, own]) => ({
    type: own[0]?.type ?? '',
    thing,
    fields: toStored(own),
  }))
