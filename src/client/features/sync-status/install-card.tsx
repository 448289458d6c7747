import { useTranslation } from 'react-i18next'
import { useInstall } from '../../context/use-install.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './sync-page.module.css'

/** How to put the app on the home screen. */
export function InstallCard() {
  const { t } = useTranslation('sync')
  const install = useInstall()
  return (
    <Card title={t('install.title')} subtitle={t('install.hint')}>
      {install.isInstalled ? (
        <StateMark state="done">{t('install.done')}</StateMark>
      ) : install.ask ? (
        <div>
          <Button icon="download" onClick={install.ask}>
            {t('install.do')}
          </Button>
        </div>
      ) : (
        <p className={styles.soft}>{t('install.manual')}</p>
      )}
    </Card>
  )
}
