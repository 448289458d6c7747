import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** A screen that failed: what is saved is safe, and there is a way on. */
export function RouteProblem() {
  const { t } = useTranslation('common')
  return (
    <EmptyState
      icon="octagon"
      title={t('error.title')}
      action={
        <Button look="primary" onClick={() => globalThis.location.reload()}>
          {t('action.reload')}
        </Button>
      }
    >
      {t('error.unexpected')}
    </EmptyState>
  )
}
