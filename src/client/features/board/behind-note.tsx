import { useTranslation } from 'react-i18next'
import { ProgressBar } from '../../ui/progress-bar.tsx'

/** How many communes are still being worked out; nothing once all are. */
export function BehindNote({ behind, total }: { readonly behind: number; readonly total: number }) {
  const { t } = useTranslation('board')
  return (
    behind > 0 && <ProgressBar label={t('behind', { count: behind })} done={total - behind} total={total} />
  )
}
