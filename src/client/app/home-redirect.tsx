import { Navigate } from 'react-router'
import { useScope } from '../context/use-scope.ts'

/** Where each kind of person begins. */
export function HomeRedirect() {
  const scope = useScope()
  const reviews = scope !== undefined && scope.communesWhere('response.review').length > 0
  const fills = scope !== undefined && scope.communesWhere('response.fill').length > 0
  return <Navigate to={reviews && !fills ? '/communes' : '/work'} replace />
}
