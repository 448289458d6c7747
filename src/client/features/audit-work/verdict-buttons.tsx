import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { isVerdict, verdicts, type Verdict } from '../../../domain/audits/verdict.ts'
import type { IconName } from '../../ui/icon-shapes.ts'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import type { Tone } from '../../ui/tone.ts'

const looks: Readonly<Record<Verdict, { readonly icon: IconName; readonly tone: Tone }>> = {
  conform: { icon: 'check', tone: 'success' },
  ofi: { icon: 'arrowUpRight', tone: 'info' },
  minor: { icon: 'warning', tone: 'warning' },
  major: { icon: 'octagon', tone: 'danger' },
  na: { icon: 'slash', tone: 'neutral' },
  not_checked: { icon: 'eyeOff', tone: 'neutral' },
}

interface Props {
  readonly label: string
  readonly value: Verdict | undefined
  readonly onChange: (verdict: Verdict | null) => void
  readonly disabled: boolean
}

/** The verdict on a check as big buttons; radio buttons to the keyboard. A second tap takes it back. */
export const VerdictButtons = memo(function VerdictButtons({ label, value, onChange, disabled }: Props) {
  const { t } = useTranslation('audits')
  return (
    <SegmentedChoice
      label={label}
      labelHidden
      segments={verdicts.map(verdict => ({
        value: verdict,
        label: t(`verdict.${verdict}`),
        ...looks[verdict],
      }))}
      value={value ?? null}
      disabled={disabled}
      onChange={chosen => {
        if (chosen === null || isVerdict(chosen)) onChange(chosen)
      }}
    />
  )
})
