import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import { standards } from '../../../domain/audits/clause.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './audit-plan.module.css'
import type { Checklists } from './use-checklists.ts'
import type { Plan } from './use-plan.ts'

const texts = ['purpose', 'scope', 'criteria'] as const

/** What the audit is for, what it covers and against what. */
export function FrameCard({
  plan: { audit, fields },
  checklists,
  isOpen,
}: {
  readonly plan: Plan
  readonly checklists: Checklists
  readonly isOpen: boolean
}) {
  const { t } = useTranslation(['auditPlan', 'audits'])
  const text = useLocalText()
  const keyOf = (name: { readonly id: string; readonly version: string }) => `${name.id}@${name.version}`
  const chosen = audit.checklist && keyOf(audit.checklist)
  const isHere = checklists.find(audit.checklist) !== undefined
  const options = checklists.list.toReversed().map(({ name, title }) => ({
    value: keyOf(name),
    label: t('frame.checklistName', { title: text(title), version: name.version }),
  }))
  return (
    <Card title={t('frame.title')}>
      <div className={styles.fields} id="plan-checklist">
        <div className={styles.pairs}>
          <Select
            label={t('frame.standard')}
            empty={false}
            disabled={!isOpen}
            options={standards.map(value => ({ value, label: t(`audits:standard.${value}`) }))}
            value={audit.standard}
            onChange={value => fields.set(auditFields.standard, value)}
          />
          <Select
            label={t('frame.checklist')}
            required
            disabled={!isOpen}
            error={chosen !== undefined && !isHere ? t('frame.checklistNotHere') : undefined}
            options={
              chosen === undefined || isHere ? options : [...options, { value: chosen, label: chosen }]
            }
            value={chosen ?? null}
            onChange={value => {
              const found = checklists.list.find(({ name }) => keyOf(name) === value)
              if (found) fields.set(auditFields.checklist, { ...found.name })
            }}
          />
        </div>
        {texts.map(name => (
          <TextArea
            key={name}
            label={t(`frame.${name}`)}
            disabled={!isOpen}
            value={fields.text(auditFields.text(name))}
            onChange={value => fields.type(auditFields.text(name), value)}
          />
        ))}
      </div>
    </Card>
  )
}
