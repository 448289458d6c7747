import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planParts } from '../../../domain/audits/finding-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './findings.module.css'
import type { FindingPage } from './use-finding-page.ts'

/** Says that the plan is to be written anew, and copies the last one into it where nothing stands yet, to be changed. */
export function PlanRound({ page }: { readonly page: FindingPage }) {
  const app = useApp()
  const { t } = useTranslation(['findings', 'common'])
  const [hasFailed, setFailed] = useState(false)
  const { action, earlier, rounds } = page.finding
  const last = earlier.findLast(one => planParts.some(part => one.action[part]))
  if (rounds.plan === 1 || !page.mayWrite('cause')) return null
  const copied = planParts.flatMap(part => {
    const text = last?.action[part]
    const isOver = part === 'dueOn' && text !== undefined && text < app.today()
    return text && !action[part] && !isOver ? [[part, text] as const] : []
  })
  return (
    <>
      <Banner tone="info">{t('round.plan', { round: rounds.plan })}</Banner>
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('common:saved.failed')}
        </Banner>
      )}
      {copied.length > 0 && (
        <div className={styles.buttons}>
          <Button
            look="quiet"
            icon="pencil"
            onClick={() => void page.saveParts(copied).then(saved => setFailed(!saved.ok))}
          >
            {t('round.copy')}
          </Button>
        </div>
      )}
    </>
  )
}
