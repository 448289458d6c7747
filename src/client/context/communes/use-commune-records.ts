import { useEffect, useState } from 'react'
import { feedId } from '../../../domain/people/feed.ts'
import type { Scope } from '../../../domain/people/scope.ts'
import { thresholdsOf, type Settings } from '../../../domain/qms/settings.ts'
import type { Programme } from '../../../domain/qms/programme.ts'
import { readCommune, type CommuneRecord } from '../../../domain/reports/communes/commune-record.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { useForms } from '../use-forms.ts'
import { useProgrammes } from '../use-programmes.ts'
import { toThings } from '../use-qms-facts.ts'
import { useScope } from '../use-scope.ts'
import { useSettings } from '../use-settings.ts'
import { useSyncStatus } from '../use-sync-status.ts'
import { firstOf } from './first-of.ts'

export interface CommuneRecords {
  readonly scope: Scope
  readonly programme: Programme
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
 * Every commune of the programme that this person reads, folded from what is on this tablet; read again after each sync.
 * Feed after feed, so that no more than one commune's rows are in memory and the screen goes on.
 */
export function useCommuneRecords(): CommuneReading {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const programmes = useProgrammes()
  const forms = useForms('all')
  const settings = useSettings()
  const { lastSuccessAt } = useSyncStatus()
  const today = app.today()
  const [reading, setReading] = useState<CommuneReading>({ type: 'reading', done: 0, total: 0 })

  const programme = programmes?.find(({ communes }) =>
    scope?.communesWhere('qms.comment').some(({ id }) => communes.has(id)),
  )

  useEffect(() => {
    if (!scope || !directory || !programme || !forms || !settings) return undefined
    let isCurrent = true
    const units = scope.communesWhere('qms.comment').filter(({ id }) => programme.communes.has(id))
    const checklist = forms.list.findLast(({ form }) => form.kind === 'audit_checklist')?.form
    const read = async (): Promise<void> => {
      const communes: CommuneRecord[] = []
      for (const unit of units) {
        const feeds = (['unit', 'audit'] as const).map(name => feedId(unit.id, name))
        const rows = await Promise.all(feeds.filter(scope.mayRead).map(feed => firstOf(app.watchFeed(feed))))
        if (!isCurrent) return
        communes.push(
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
          shown.type === 'read' ? shown : { type: 'reading', done: communes.length, total: units.length },
        )
      }
      setReading({ type: 'read', scope, programme, settings, communes, syncedAt: lastSuccessAt })
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [app, scope, directory, programme, forms, settings, today, lastSuccessAt])

  if (scope && programmes && !programme) return { type: 'nothing' }
  // What was read with other rights is shown to nobody.
  return reading.type === 'read' && reading.scope !== scope ? { type: 'reading', done: 0, total: 0 } : reading
}
