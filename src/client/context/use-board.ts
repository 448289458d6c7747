import { useEffect, useMemo, useState } from 'react'
import type { Directory } from '../../domain/people/directory.ts'
import type { Unit } from '../../domain/people/unit.ts'
import type { QmsSettings } from '../../domain/qms/qms-facts.ts'
import { thresholdsOf } from '../../domain/qms/settings.ts'
import type { BoardCommune } from '../../domain/reports/board/board-commune.ts'
import type { App } from './app.ts'
import { useApp } from './app-context.tsx'
import { watchStandings, type StandingsGiven, type StandingsSeen } from './standings.ts'
import { useDirectory } from './use-directory.ts'
import { useForms } from './use-forms.ts'
import { useScope } from './use-scope.ts'
import { useSettings } from './use-settings.ts'
import { useShownProgramme, type ShownProgramme } from './use-shown-programme.ts'
import { watchDigests } from './watch-digests.ts'

/** The communes of the programme in this person's scope, and how they stand. */
export interface Board extends ShownProgramme {
  readonly communes: readonly BoardCommune[]
  readonly districts: readonly Unit[]
  /** All communes in scope, those outside the programme too. */
  readonly allCommunes: readonly Unit[]
  readonly thresholds: QmsSettings
  /** So many communes are still being worked out. */
  readonly behind: number
}

/** The last board, so that the next screen begins with it instead of waiting for the same rows once more. */
const lastBoards = new WeakMap<
  App,
  { readonly directory: Directory; readonly today: string; readonly board: Board }
>()

/** Undefined until the communes are known; how they stand comes after, from local data alone. */
export function useBoard(): Board | undefined {
  const app = useApp()
  const directory = useDirectory()
  const now = useBoardNow()
  const today = app.today()
  useEffect(() => {
    if (directory && now) lastBoards.set(app, { directory, today, board: now })
  }, [app, directory, today, now])
  // Who reads what hangs on the directory and the day: with others, it is not this person's board any more (SY9).
  const last = lastBoards.get(app)
  return now ?? (last?.directory === directory && last?.today === today ? last?.board : undefined)
}

function useBoardNow(): Board | undefined {
  const scope = useScope()
  const directory = useDirectory()
  const shown = useShownProgramme()
  const settings = useSettings()
  const thresholds = useMemo(() => settings && thresholdsOf(settings), [settings])
  const allCommunes = useMemo(() => scope?.communesWhere('qms.comment') ?? [], [scope])
  const programme = shown?.programme
  const units = useMemo(
    () => allCommunes.filter(({ id }) => programme?.communes.has(id)),
    [allCommunes, programme],
  )
  const seen = useStandings(units, shown, thresholds)
  return useMemo(() => {
    if (!scope || !directory || !shown || !thresholds) return undefined
    const communes = units.map((unit): BoardCommune => {
      const known = seen?.byUnit.get(unit.id)
      return {
        unit,
        district: directory.tree.ancestors(unit.id).find(({ kind }) => kind === 'district'),
        standing: known?.standing,
        get findings() {
          return known?.findings ?? []
        },
      }
    })
    const districts = new Map(communes.flatMap(({ district }) => (district ? [[district.id, district]] : [])))
    return {
      ...shown,
      communes,
      districts: [...districts.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
      allCommunes,
      thresholds,
      behind: seen?.behind ?? units.length,
    }
  }, [scope, directory, shown, thresholds, units, allCommunes, seen])
}

/** What was seen last, so that the next screen begins with it. */
const lastSeen = new WeakMap<App, { readonly key: string; readonly seen: StandingsSeen }>()

function useStandings(
  units: readonly Unit[],
  shown: ShownProgramme | undefined,
  settings: QmsSettings | undefined,
): StandingsSeen | undefined {
  const app = useApp()
  const forms = useForms('all')
  const today = app.today()
  const { programme, allProgrammes: programmes } = shown ?? {}
  const given = useMemo(
    (): StandingsGiven | undefined =>
      programme && programmes && settings && forms
        ? {
            units,
            programme,
            programmes,
            settings,
            // As it is, not compiled: only what its questions are called is asked.
            findForm: ({ id, version }) =>
              forms.list.find(one => one.id === id && one.version === version)?.form,
            checklist: forms.list.findLast(({ form }) => form.kind === 'audit_checklist')?.form,
            formNames: forms.list.map(({ id, version }) => `${id} ${version}`).join(),
            today,
          }
        : undefined,
    [units, programme, programmes, settings, forms, today],
  )
  const key = `${programme?.id} ${units.length} ${today}`
  const [seen, setSeen] = useState(() => lastSeen.get(app))
  useEffect(() => {
    if (!given) return undefined
    return watchDigests(app, digests =>
      watchStandings(digests, given, next => {
        const found = { key, seen: next }
        lastSeen.set(app, found)
        setSeen(found)
      }),
    )
  }, [app, given, key])
  return seen?.key === key ? seen.seen : undefined
}
