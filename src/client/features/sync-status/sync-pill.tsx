import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useHeld } from '../../context/use-held.ts'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { StatusPill, type StatusPillProps } from '../../ui/status-pill.tsx'
import { overallState } from './overall-state.ts'

/** How sync stands, on every screen. */
export function SyncPill() {
  const navigate = useNavigate()
  return <StatusPill {...useFace()} onSelect={() => void navigate('/sync')} />
}

function useFace(): Omit<StatusPillProps, 'onSelect'> {
  const status = useSyncStatus()
  const held = useHeld()?.length
  const { t } = useTranslation('shell')
  const waiting = status.waitingOps + status.waitingFiles
  const type = status.problem?.type
  if (type === 'unauthorized' || type === 'otherPerson')
    return { icon: 'lock', tone: 'warning', label: t('pill.signIn'), shortLabel: '!' }
  if (type === 'deviceRevoked')
    return { icon: 'lock', tone: 'warning', label: t('pill.revoked'), shortLabel: '!' }
  switch (overallState(status, held)) {
    case 'syncing': {
      const shortLabel = waiting > 0 ? String(waiting) : '…'
      return { icon: 'sync', tone: 'info', isTurning: true, label: t('pill.syncing'), shortLabel }
    }
    case 'problem':
      return { icon: 'octagon', tone: 'warning', label: t('pill.problem'), shortLabel: '!' }
    case 'waiting': {
      const label = t('pill.waiting', { count: waiting })
      return { icon: 'tablet', tone: 'info', label, shortLabel: String(waiting) }
    }
    case 'counting':
      return { icon: 'hourglass', tone: 'neutral', label: t('pill.counting'), shortLabel: '…' }
    case 'held': {
      const label = t('pill.held', { count: held ?? 0 })
      return { icon: 'pauseCircle', tone: 'warning', label, shortLabel: String(held ?? 0) }
    }
    case 'synced':
      return status.online === 'no'
        ? { icon: 'cloudOff', tone: 'neutral', label: t('pill.offline'), shortLabel: '' }
        : { icon: 'cloudCheck', tone: 'success', label: t('pill.synced'), shortLabel: '' }
  }
}
