import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import styles from './sync-page.module.css'

interface Props {
  readonly older: number
  /** Resolves to whether they came; left out where an older server has no more to give. */
  readonly onShow: (() => Promise<boolean>) | undefined
}

/** The way to held changes that are older than those listed. */
export function ShowOlder({ older, onShow }: Props) {
  const { t } = useTranslation('sync')
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  if (!onShow) return <p>{t('held.elsewhereOlder', { count: older })}</p>
  const show = async (): Promise<void> => {
    setState('asking')
    setState((await onShow()) ? 'idle' : 'failed')
  }
  return (
    <div className={styles.stack}>
      <Button busy={state === 'asking'} onClick={() => void show()}>
        {t('held.showOlder', { count: older })}
      </Button>
      {state === 'failed' && (
        <p role="alert" className={styles.soft}>
          {t('held.olderFailed')}
        </p>
      )}
    </div>
  )
}
