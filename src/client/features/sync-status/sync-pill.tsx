import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useHeld } from '../../context/use-held.ts'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { StatusPill } from '../../ui/status-pill.tsx'
import { overallState } from './overall-state.ts'

/** How sync stands, on every screen. */
export function SyncPill() {
  const status = useSyncStatus()
  const held = useHeld()?.length
  const navigate = useNavigate()
  const { t } = useTranslation('shell')
  const onSelect = () => void navigate('/sync')
  const waiting = status.waitingOps + status.waitingFiles
  const type = status.problem?.type
  if (type === 'unauthorized' || type === 'otherPerson') {
    return (
      <StatusPill icon="lock" tone="warning" label={t('pill.signIn')} shortLabel="!" onSelect={onSelect} />
    )
  }
  if (type === 'deviceRevoked') {
    return (
      <StatusPill icon="lock" tone="warning" label={t('pill.revoked')} shortLabel="!" onSelect={onSelect} />
    )
  }
  switch (overallState(status, held)) {
    case 'syncing':
      return (
        <StatusPill
          icon="sync"
          tone="info"
          isTurning
          label={t('pill.syncing')}
          shortLabel={waiting > 0 ? String(waiting) : '…'}
          onSelect={onSelect}
        />
      )
    case 'problem':
      return (
        <StatusPill
          icon="octagon"
          tone="warning"
          label={t('pill.problem')}
          shortLabel="!"
          onSelect={onSelect}
        />
      )
    case 'waiting':
      return (
        <StatusPill
          icon="tablet"
          tone="info"
          label={t('pill.waiting', { count: waiting })}
          shortLabel={String(waiting)}
          onSelect={onSelect}
        />
      )
    case 'counting':
      return (
        <StatusPill
          icon="hourglass"
          tone="neutral"
          label={t('pill.counting')}
          shortLabel="…"
          onSelect={onSelect}
        />
      )
    case 'held':
      return (
        <StatusPill
          icon="pauseCircle"
          tone="warning"
          label={t('pill.held', { count: held ?? 0 })}
          shortLabel={String(held ?? 0)}
          onSelect={onSelect}
        />
      )
    case 'synced':
      return status.online === 'no' ? (
        <StatusPill
          icon="cloudOff"
          tone="neutral"
          label={t('pill.offline')}
          shortLabel=""
          onSelect={onSelect}
        />
      ) : (
        <StatusPill
          icon="cloudCheck"
          tone="success"
          label={t('pill.synced')}
          shortLabel=""
          onSelect={onSelect}
        />
      )
  }
}
