import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import { useAudits } from '../../context/use-audit.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { createAudit, type NewAudit } from './create-audit.ts'
import { useChecklists } from './use-checklists.ts'

type Wish = Pick<NewAudit, 'unit' | 'year' | 'team' | 'timetable' | 'day'>

/** Begins an audit with the newest checklist and the usual texts; the answer is its thing, or `problem` says why not. */
export function useBeginAudit(): {
  readonly isBusy: boolean
  readonly problem: string | undefined
  start: (wish: Wish) => Promise<string | undefined>
} {
  const app = useApp()
  const audits = useAudits()
  const checklists = useChecklists()
  const { language } = useLanguage()
  const { t } = useTranslation(['auditPlan', 'audits', 'responses'])
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function start(wish: Wish): Promise<string | undefined> {
    if (!audits || !checklists) return undefined
    setBusy(true)
    const checklist = checklists.list.at(-1)
    const standard = checklist?.standard ?? '2008'
    const made = await createAudit(
      app,
      {
        ...wish,
        standard,
        standardName: t(`audits:standard.${standard}`),
        checklist: checklist?.name,
        language,
      },
      audits.keys(),
    )
    setBusy(false)
    if (made.ok) return made.value
    const { type } = made.error
    setProblem(
      type === 'noSeat'
        ? t('new.noSeat')
        : t(`responses:save.${type === 'databaseFailed' ? 'failed' : type}`),
    )
    return undefined
  }

  return { isBusy: isBusy || !audits || !checklists, problem, start }
}
