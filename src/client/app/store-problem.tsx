import { useTranslation } from 'react-i18next'
import type { OpenProblem } from '../database/person-database.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** The tablet's database cannot be opened: what to do, instead of an empty screen. */
export function StoreProblem({ problem }: { readonly problem: OpenProblem }) {
  const { t } = useTranslation(['signIn', 'responses', 'common'])
  return (
    <main>
      <EmptyState
        icon="octagon"
        title={t('common:error.title')}
        action={
          <Button look="primary" onClick={() => globalThis.location.reload()}>
            {t('common:action.reload')}
          </Button>
        }
      >
        {t(problem.type === 'newerSchema' ? 'responses:save.databaseGone' : 'error.storeFailed')}
      </EmptyState>
    </main>
  )
}
