import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { tabletName } from '../../../sync/replica/tablet-name.ts'
import { useApp } from '../../context/app-context.tsx'
import { useBackup } from '../../context/use-backup.ts'
import { useDevice } from '../../context/use-device.ts'
import { useHeld } from '../../context/use-held.ts'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-look.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { ConflictsCard } from './conflicts-card.tsx'
import { HeldCard } from './held-card.tsx'
import { HeldElsewhereCard } from './held-elsewhere-card.tsx'
import { InstallCard } from './install-card.tsx'
import { OriginalsCard } from './originals-card.tsx'
import { StorageCard } from './storage-card.tsx'
import styles from './sync-page.module.css'
import { overallState } from './overall-state.ts'
import { useHeldElsewhere } from './use-held-elsewhere.ts'
import { WaitingCard } from './waiting-card.tsx'

const marks = {
  synced: 'atServer',
  syncing: 'sending',
  waiting: 'waiting',
  problem: 'failed',
  held: 'held',
  counting: 'waiting',
} as const

/** `/sync`: what waits, what went wrong, what this tablet holds. */
export function Component() {
  const app = useApp()
  const status = useSyncStatus()
  const backup = useBackup()?.backup
  const elsewhere = useHeldElsewhere()
  const device = useDevice()
  const { t, ready } = useTranslation('sync')
  const format = useFormat()
  const held = useHeld()?.length
  const state = overallState(status, held)
  if (!ready) return <Spinner />
  return (
    <>
      <PageHeader
        title={t('title')}
        state={<StateMark state={marks[state]}>{t(`state.${state}`, { count: held ?? 0 })}</StateMark>}
        actions={
          <Button look="primary" icon="sync" busy={status.phase === 'syncing'} onClick={() => app.sync.now()}>
            {t('now')}
          </Button>
        }
      />
      {status.problem && (
        <Banner tone={status.problem.type === 'unreachable' ? 'info' : 'warning'} announce>
          {t(`problem.${status.problem.type}`)}
        </Banner>
      )}
      <Card>
        {status.phase === 'syncing' && status.opsTotal > 0 && (
          <ProgressBar
            label={t('sentOps', { done: status.opsSent, total: status.opsTotal })}
            done={status.opsSent}
            total={status.opsTotal}
            count={false}
          />
        )}
        {status.phase === 'syncing' && status.filesTotal > 0 && (
          <ProgressBar
            label={t('sentPhotos', { done: status.filesSent, total: status.filesTotal })}
            done={status.filesSent}
            total={status.filesTotal}
            count={false}
          />
        )}
        <dl className={styles.facts}>
          <Fact name={t('waitingOps')} value={format.number(status.waitingOps)} />
          <Fact name={t('waitingPhotos')} value={format.number(status.waitingFiles)} />
          <Fact
            name={t('lastSuccess')}
            value={status.lastSuccessAt === null ? t('never') : format.dateTime(status.lastSuccessAt)}
          />
          <Fact name={t('lastBackup')} value={backup ? format.dateTime(backup.at) : t('noBackup')} />
          <Fact name={t('server')} value={t(`online.${status.online}`)} />
          <Fact name={t('tabletName')} value={device === undefined ? '' : tabletName(device)} />
        </dl>
        <div className={styles.after}>
          <Link to="/sync/carry" className={buttonClass({ look: 'secondary' })}>
            <Icon name="document" />
            {t('carry')}
          </Link>
        </div>
      </Card>
      <ConflictsCard />
      <HeldCard told={elsewhere.list} />
      {elsewhere.list && <HeldElsewhereCard list={elsewhere.list} showOlder={elsewhere.showOlder} />}
      <WaitingCard />
      <OriginalsCard />
      <StorageCard />
      <InstallCard />
      <p className={styles.soft}>{t('version', { version: __BUILD__ })}</p>
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
