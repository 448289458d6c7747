import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JudgedIndicator } from '../../../domain/qms/effect/judge-effect.ts'
import { roadFields } from '../../../domain/qms/road-fields.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { useEffectWords } from './use-effect-words.ts'
import type { RoadView } from './use-road.ts'
import styles from './effect.module.css'

interface Props {
  readonly judged: JudgedIndicator
  readonly road: RoadView
  readonly onClose: () => void
}

/** The commune's own target of an indicator; empty goes back to the usual one. */
export function TargetDialog({ judged: { indicator }, road, onClose }: Props) {
  const { t } = useTranslation(['effect', 'common'])
  const text = useLocalText()
  const words = useEffectWords()
  const [value, setValue] = useState(road.qms?.facts.road.targets.get(indicator.id) ?? null)
  const [isWrong, setWrong] = useState(false)
  const [hasFailed, setFailed] = useState(false)

  async function save(): Promise<void> {
    if (isWrong) return
    const saved = await road.save([{ field: roadFields.target(indicator.id), value }])
    if (saved.ok) onClose()
    else setFailed(true)
  }

  return (
    <Dialog
      open
      mustAnswer
      title={t('target.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button look="primary" onClick={() => void save()}>
            {t('common:action.save')}
          </Button>
        </>
      }
    >
      <div className={styles.where}>
        <p className={styles.text}>{text(indicator.label)}</p>
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('target.failed')}
          </Banner>
        )}
        <NumberField
          label={t('target.field')}
          hint={
            indicator.target === null
              ? t('target.hintNone')
              : t('target.hint', { value: words.amount(indicator.target, indicator) })
          }
          unit={text(indicator.unit)}
          decimals={1}
          value={value}
          onChange={(next, typed) => {
            setValue(next)
            setWrong(typed.invalid)
          }}
        />
      </div>
    </Dialog>
  )
}
