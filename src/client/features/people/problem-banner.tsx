import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { AdminProblem } from './problem-of.ts'

/** Why the server told nothing, and a way to ask again. */
export function ProblemBanner({
  problem,
  onRetry,
}: {
  readonly problem: AdminProblem
  readonly onRetry?: () => void
}) {
  const { t } = useTranslation('admin')
  return (
    <Banner
      tone={problem === 'unreachable' ? 'info' : 'danger'}
      announce
      action={
        onRetry && (
          <Button icon="sync" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      {t(`problem.${problem}`)}
    </Banner>
  )
}
