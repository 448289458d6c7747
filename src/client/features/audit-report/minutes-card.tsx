import { useTranslation } from 'react-i18next'
import { auditFields, auditType, type AuditText } from '../../../domain/audits/audit-fields.ts'
import type { Audit } from '../../../domain/audits/audit.ts'
import { feedId } from '../../../domain/people/feed.ts'
import type { ConflictView } from '../../context/list-conflicts.ts'
import { FieldConflicts } from '../../context/field-conflicts.tsx'
import { useApp } from '../../context/app-context.tsx'
import { Card } from '../../ui/card.tsx'
import { SavedArea } from '../../ui/saved-area.tsx'
import styles from './audit-report.module.css'

const names = [
  'closingAttendees',
  'closingContent',
  'closingOpinions',
  'summary',
  'conclusion',
  'notCovered',
  'followUp',
  'recipients',
] as const satisfies readonly AuditText[]

interface Props {
  readonly thing: string
  readonly unit: string
  readonly audit: Audit
  readonly readOnly: boolean
  readonly conflicts: readonly ConflictView[]
}

/** Minutes of the closing meeting and the words of the report; each text saves itself. */
export function MinutesCard({ thing, unit, audit, readOnly, conflicts }: Props) {
  const app = useApp()
  const { t } = useTranslation('auditReport')
  // What nobody wrote is no empty box to look at once it cannot be written any more.
  const shown = readOnly ? names.filter(name => (audit.texts[name] ?? '') !== '') : names
  if (shown.length === 0) return null
  return (
    <Card title={t('minutes.title')}>
      <div className={styles.stack}>
        <FieldConflicts
          of={{ feed: feedId(unit, 'audit'), type: auditType, thing }}
          conflicts={conflicts}
          mayChange={!readOnly}
          titleOf={(field, isOnePerson) => {
            const name = names.find(one => field === auditFields.text(one))
            const words = { field: t(name ? `minutes.${name}` : 'minutes.title') }
            return t(isOnePerson ? 'minutes.conflict.onePerson' : 'minutes.conflict.two', words)
          }}
          valueText={(_, value) => (typeof value === 'string' ? value : '')}
        />
        {shown.map(name => (
          <SavedArea
            key={name}
            label={t(`minutes.${name}`)}
            value={audit.texts[name] ?? ''}
            readOnly={readOnly}
            onSave={value =>
              app.save([
                { feed: feedId(unit, 'audit'), type: auditType, thing, field: auditFields.text(name), value },
              ])
            }
          />
        ))}
      </div>
    </Card>
  )
}
