import { useEffect, useMemo, useState } from 'react'
import { feedId } from '../../../domain/people/feed.ts'
import type { Scope } from '../../../domain/people/scope.ts'
import { thresholdsOf, type Settings } from '../../../domain/qms/settings.ts'
import { ownProgramme } from '../../../domain/qms/read-programmes.ts'
import { readCommune, type CommuneRecord } from '../../../domain/reports/communes/commune-record.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { useForms } from '../use-forms.ts'
import { useProgrammes } from '../use-programmes.ts'
import { toThings } from '../use-qms-facts.ts'
import { useScope } from '../use-scope.ts'
import { useShownProgramme } from '../use-shown-programme.ts'
import { useSettings } from '../use-settings.ts'
import { useSyncStatus } from '../use-sync-status.ts'
import { firstOf } from './first-of.ts'

export interface CommuneRecords {
  readonly scope: Scope
  readonly settings: Settings
  readonly communes: readonly CommuneRecord[]
  /** When this tablet last heard from the server before they were read; null when it never did. */
  readonly syncedAt: number | null
}

export type CommuneReading =
  | { readonly type: 'reading'; readonly done: number; readonly total: number }
  | { readonly type: 'nothing' }
  | ({ readonly type: 'read' } & CommuneRecords)

/**
 * Communes that this person reads, folded from what is on this tablet; read again after each sync: those of the programme
 * that is shown, or each in its own.
 * Feed after feed, so that no more than one commune's rows are in memory and the screen goes on.
 */
export function useCommuneRecords(which: 'shown' | 'each'): CommuneReading {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const programmes = useProgrammes()
  const forms = useForms('all')
  const settings = useSettings()
  const { lastSuccessAt } = useSyncStatus()
  const today = app.today()
  const [reading, setReading] = useState<CommuneReading>({ type: 'reading', done: 0, total: 0 })

  const shown = useShownProgramme()?.programme
  const communes = useMemo(() => {
    const offered = which === 'each' ? programmes : shown && [shown]
    return scope?.communesWhere('qms.comment').flatMap(unit => {
      const programme = ownProgramme(offered ?? [], unit.id)
      return programme ? [{ unit, programme }] : []
    })
  }, [scope, which, programmes, shown])

  useEffect(() => {
    if (!scope || !directory || !communes || !forms || !settings) return undefined
    let isCurrent = true
    const checklist = forms.list.findLast(({ form }) => form.kind === 'audit_checklist')?.form
    const read = async (): Promise<void> => {
      const records: CommuneRecord[] = []
      for (const { unit, programme } of communes) {
        const feeds = (['unit', 'audit'] as const).map(name => feedId(unit.id, name))
        const rows = await Promise.all(feeds.filter(scope.mayRead).map(feed => firstOf(app.watchFeed(feed))))
        if (!isCurrent) return
        records.push(
          readCommune(toThings(rows.flat()), {
            unit,
            district: directory.tree.ancestors(unit.id).find(({ kind }) => kind === 'district'),
            programme,
            settings: thresholdsOf(settings),
            dayOf: vietnamDayOf,
            findForm: name => forms.find(name)?.form,
            checklist,
            today,
          }),
        )
        // What was read before stays on the screen while it is read again.
        setReading(shown =>
          shown.type === 'read' ? shown : { type: 'reading', done: records.length, total: communes.length },
        )
      }
      setReading({ type: 'read', scope, settings, communes: records, syncedAt: lastSuccessAt })
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [app, scope, directory, communes, forms, settings, today, lastSuccessAt])

  if (scope && programmes && communes?.length === 0) return { type: 'nothing' }
  // What was read with other rights is shown to nobody.
  return reading.type === 'read' && reading.scope !== scope ? { type: 'reading', done: 0, total: 0 } : reading
}
