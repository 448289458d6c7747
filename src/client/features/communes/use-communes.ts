import { useEffect, useMemo, useState } from 'react'
import { feedId } from '../../../domain/people/feed.ts'
import { isValidOn, type Unit } from '../../../domain/people/unit.ts'
import { listLeftSurveys, type LeftSurvey } from '../../../domain/reports/list-left-surveys.ts'
import { listSurveyProgress, type SurveyProgress } from '../../../domain/reports/survey-progress.ts'
import { responseType } from '../../../domain/responses/response-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import type { Contacts } from '../../context/app.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useScope } from '../../context/use-scope.ts'
import { useShownProgramme, type ShownProgramme } from '../../context/use-shown-programme.ts'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { useWatched } from '../../context/use-watched.ts'

export interface Communes extends ShownProgramme {
  readonly rows: readonly SurveyProgress[]
  /** Of whatever programme. */
  readonly left: readonly LeftSurvey[]
  readonly districts: readonly Unit[]
  readonly contacts: Contacts | undefined
}

/** The communes in this person's scope and how far they are; undefined until read. */
export function useCommunes(): Communes | undefined {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const shown = useShownProgramme()
  const programmes = useProgrammes()
  const moves = useWatched(() => app.watchFields(responseType, 'moves/'), `${app.person.id} moves`)
  const results = useWatched(() => app.watchFields(responseType, 'results/'), `${app.person.id} results`)
  const answered = useWatched(() => app.countAnswers(), `${app.person.id} answered`)
  const contacts = useContacts()
  const today = app.today()
  return useMemo(() => {
    if (!scope || !directory || !shown || !programmes || !moves || !results || !answered) return undefined
    const { programme } = shown
    const districtOf = (unit: Unit) =>
      directory.tree.ancestors(unit.id).find(ancestor => ancestor.kind === 'district')
    // Of a unit that has ended, what was sent still has to be looked at.
    const sent = new Set(moves.map(({ feed }) => feed))
    const communes = scope
      .communesEver('response.read')
      .filter(unit => isValidOn(unit, today) || sent.has(feedId(unit.id, 'unit')))
    const answeredOf = (response: string): number => answered.get(response) ?? 0
    const rows = programme
      ? listSurveyProgress({
          programme,
          communes,
          districtOf,
          fields: [...moves, ...results],
          answeredOf,
          today,
        })
      : []
    const districts = new Map(rows.flatMap(row => (row.district ? [[row.district.id, row.district]] : [])))
    return {
      ...shown,
      rows,
      left: listLeftSurveys({ programmes, communes, fields: moves, answeredOf }),
      districts: [...districts.values()].sort((a, b) => a.code.localeCompare(b.code)),
      contacts,
    }
  }, [scope, directory, shown, programmes, moves, results, answered, contacts, today])
}

/** When each commune last synced; asked anew after each sync of this tablet. */
function useContacts(): Contacts | undefined {
  const app = useApp()
  const { lastSuccessAt } = useSyncStatus()
  const [contacts, setContacts] = useState<Contacts>()
  useEffect(() => {
    let isCurrent = true
    if (lastSuccessAt === null) return undefined
    void app.contacts().then(found => {
      if (isCurrent && found) setContacts(found)
    })
    return () => {
      isCurrent = false
    }
  }, [app, lastSuccessAt])
  return contacts
}
