import { useMemo } from 'react'
import { homeUnit } from '../../../domain/people/home-unit.ts'
import { byNeed, listDue, type DueItem } from '../../../domain/reports/communes/list-due.ts'
import { listReportsDue } from '../../../domain/reports/communes/list-reports-due.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { useApp } from '../../context/app-context.tsx'
import type { CommuneReading } from '../../context/communes/use-commune-records.ts'
import { useDirectory } from '../../context/use-directory.ts'

/** What is due within so many days in this person's communes, and the reports that reviewers write; none until read. */
export function useDueItems(reading: CommuneReading, days: number): readonly DueItem[] {
  const app = useApp()
  const directory = useDirectory()
  const today = app.today()
  return useMemo(() => {
    if (reading.type !== 'read' || !directory) return []
    const { communes, scope, settings } = reading
    const unit = homeUnit(directory.assignmentsOf(app.person.id), directory.tree, today)
    const reports =
      unit && scope.communesWhere('response.review').length > 0
        ? listReportsDue({ today, days, settings, unit })
        : []
    const daysToPost = settings.numbers['declaration/daysToPost']
    const items = listDue(communes, { today, days, dayOf: vietnamDayOf, mayDo: scope.mayDo, daysToPost })
    return [...items, ...reports].sort(byNeed)
  }, [app, directory, reading, days, today])
}
