import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionPart } from '../../../domain/audits/finding-fields.ts'
import { SegmentedChoice, type Segment } from '../../ui/segmented-choice.tsx'
import type { FindingPage } from './use-finding-page.ts'

interface Props {
  readonly page: FindingPage
  readonly part: ActionPart
  readonly segments: readonly Segment[]
}

/** A choice that shows at once what was tapped, and saves itself; what could not be saved goes back and says so. */
export function SavedChoice({ page, part, segments }: Props) {
  const { t } = useTranslation(['findings', 'common'])
  const stored = page.finding.action[part] ?? null
  const [tapped, setTapped] = useState<{ readonly value: string | null; readonly before: string | null }>()
  const [hasFailed, setFailed] = useState(false)
  // Until the stored value moves, the tap is what shows.
  const value = tapped && tapped.before === stored ? tapped.value : stored
  return (
    <div id={`part-${part}`}>
      <SegmentedChoice
        label={t(`part.${part}`)}
        value={value}
        disabled={!page.mayWrite(part)}
        error={hasFailed ? t('common:saved.failed') : undefined}
        segments={segments}
        onChange={next => {
          setTapped({ value: next, before: stored })
          void page.savePart(part, next).then(saved => {
            setFailed(!saved.ok)
            if (!saved.ok) setTapped(undefined)
          })
        }}
      />
    </div>
  )
}
