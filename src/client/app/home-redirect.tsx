import { useTranslation } from 'react-i18next'
import { Navigate, useNavigation } from 'react-router'
import { useScope } from '../context/use-scope.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Spinner } from '../ui/spinner.tsx'

/** Where each kind of person begins; known once the first sync has brought roles and units. */
export function HomeRedirect() {
  const scope = useScope()
  const navigation = useNavigation()
  const { t } = useTranslation('work')
  if (!scope) {
    return (
      <EmptyState icon="sync" title={t('waitingFirst')} action={<Spinner />}>
        {t('waitingFirstHint')}
      </EmptyState>
    )
  }
  // Who has tapped a link already goes where it leads: its screen may still be on the way.
  if (navigation.state !== 'idle') return null
  const fills = scope.communesWhere('response.fill').length > 0
  const reads = scope.communesWhere('response.read').length > 0
  return <Navigate to={reads && !fills ? '/communes' : '/work'} replace />
}
