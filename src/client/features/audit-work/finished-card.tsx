import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { OpenAudit } from './audit-gate.tsx'
import styles from './audit-work.module.css'

/** Who of the team has done their part; one's own is said here. */
export function FinishedCard({
  audit,
  fieldwork,
  refuse,
  unanswered,
}: OpenAudit & { readonly unanswered: number }) {
  const app = useApp()
  const { t } = useTranslation('auditWork')
  const nameOf = usePersonName()
  const me = app.person.id
  const isDone = audit.finished.has(me)
  return (
    <Card
      title={t('finished.title')}
      subtitle={unanswered > 0 ? t('finished.left', { count: unanswered }) : undefined}
    >
      <ul className={styles.team}>
        {[...audit.team.keys()].map(person => (
          <li key={person}>
            <span>{nameOf(person)}</span>
            <StateMark state={audit.finished.has(person) ? 'done' : 'inProgress'}>
              {t(audit.finished.has(person) ? 'finished.done' : 'finished.working')}
            </StateMark>
          </li>
        ))}
      </ul>
      {refuse(null) === undefined && (
        <Button
          icon={isDone ? 'undo' : 'check'}
          onClick={() => fieldwork.put(auditFields.finished(me), !isDone, 'now')}
        >
          {t(isDone ? 'finished.undo' : 'finished.do')}
        </Button>
      )}
    </Card>
  )
}
