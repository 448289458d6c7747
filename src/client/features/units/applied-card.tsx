import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonName } from '../../context/use-person-name.ts'
import type { AppliedUnitsChange } from '../../../domain/qms/applied-units-change.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import styles from './units.module.css'

interface Props {
  readonly changes: readonly AppliedUnitsChange[]
  readonly isBusy: boolean
  readonly onUndo: (id: string) => void
}

/** What was carried out, the newest first, each to be undone. */
export function AppliedCard({ changes, isBusy, onUndo }: Props) {
  const { t } = useTranslation('units')
  const format = useFormat()
  const personName = usePersonName()
  const [asked, setAsked] = useState<string>()
  return (
    <Card title={t('applied.title')}>
      <ul className={styles.list}>
        {[...changes].reverse().map(({ id, on, communes, units, by, at, isUndone }) => (
          <li key={id} className={styles.row}>
            <span className={styles.words}>
              <span>{t('applied.line', { communes, units, day: format.date(on) })}</span>
              <span className={styles.soft}>
                {t('applied.by', { name: personName(by), at: format.dateTime(at) })}
              </span>
            </span>
            {isUndone ? (
              <span>{t('applied.undone')}</span>
            ) : (
              <Button busy={isBusy} onClick={() => setAsked(id)}>
                {t('applied.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== undefined}
        look="danger"
        title={t('applied.confirmTitle')}
        confirm={t('applied.undo')}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => {
          if (asked !== undefined) onUndo(asked)
          setAsked(undefined)
        }}
      >
        {t('applied.confirm')}
      </ConfirmDialog>
    </Card>
  )
}
