import { useTranslation } from 'react-i18next'
import { auditType } from '../../../domain/audits/audit-fields.ts'
import { settledField } from '../../../sync/protocol/conflict.ts'
import { tabletName } from '../../../sync/replica/tablet-name.ts'
import { useApp } from '../../context/app-context.tsx'
import type { ConflictSide, ConflictView } from '../../context/list-conflicts.ts'
import { useAuditWords } from '../../context/use-audit-words.ts'
import { useDevice } from '../../context/use-device.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './audit-work.module.css'
import { useOpenFieldwork } from './fieldwork-context.tsx'

interface Props {
  readonly conflicts: readonly ConflictView[]
  readonly mayChange: boolean
}

/** "Two people changed this": both values, and one tap to keep the one or take the other back (SY6). */
export function TopicConflicts({ conflicts, mayChange }: Props) {
  return conflicts.map(conflict => <OneConflict key={conflict.op} {...{ conflict, mayChange }} />)
}

function OneConflict({
  conflict,
  mayChange,
}: {
  readonly conflict: ConflictView
  readonly mayChange: boolean
}) {
  const app = useApp()
  const { thing, feed } = useOpenFieldwork()
  const { t } = useTranslation(['responses', 'auditWork'])
  const { partName } = useAuditWords()
  const { field, lost, kept } = conflict
  const settle = { field: settledField(conflict.op), value: true }
  const save = (changes: readonly { field: string; value: ConflictSide['value'] }[]): void =>
    void app.save(changes.map(change => ({ feed, type: auditType, thing, ...change })))
  return (
    <Banner
      tone="warning"
      title={t('auditWork:conflict', { field: partName(field) })}
      action={
        mayChange && (
          <div className={styles.buttons}>
            <Button icon="check" onClick={() => save([settle])}>
              {t('conflict.keep')}
            </Button>
            <Button icon="undo" onClick={() => save([{ field, value: lost.value }, settle])}>
              {t('conflict.restore')}
            </Button>
          </div>
        )
      }
    >
      <div className={styles.sides}>
        <Side name={t('conflict.kept')} side={kept} field={field} />
        <Side name={t('conflict.lost')} side={lost} field={field} />
      </div>
    </Banner>
  )
}

interface SideProps {
  readonly name: string
  readonly side: ConflictSide | undefined
  readonly field: string
}

/** A value, and who wrote it when on which tablet. */
function Side({ name, side, field }: SideProps) {
  const { t } = useTranslation('responses')
  const { valueText } = useAuditWords()
  const nameOf = usePersonName()
  const format = useFormat()
  const own = useDevice()
  const tablet =
    side?.device === undefined
      ? undefined
      : side.device === own
        ? t('conflict.thisTablet')
        : t('conflict.tablet', { name: tabletName(side.device) })
  return (
    <div className={styles.side}>
      <p className={styles.sideName}>{name}</p>
      <p dir="auto" className={styles.sideValue}>
        {valueText(field, side?.value ?? null) || t('conflict.empty')}
      </p>
      {side && (
        <p className={styles.sideName}>
          {[nameOf(side.author), format.dateTime(side.at), tablet].filter(Boolean).join(' · ')}
        </p>
      )}
    </div>
  )
}
