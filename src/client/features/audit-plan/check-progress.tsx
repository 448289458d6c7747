import { useTranslation } from 'react-i18next'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Stack } from '../../ui/stack.tsx'
import { useAreaName } from './use-area-name.ts'
import type { Progress } from './use-check-progress.ts'

export function CheckProgress({ progress: { done, total, byArea } }: { readonly progress: Progress }) {
  const { t } = useTranslation('auditPlan')
  const areaName = useAreaName()
  return (
    <Stack gap="s">
      <ProgressBar label={t('overview.all')} done={done} total={total} />
      {byArea.map(({ area, ...counts }) => (
        <ProgressBar key={area} label={areaName(area)} {...counts} />
      ))}
    </Stack>
  )
}
