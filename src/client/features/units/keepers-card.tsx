import { useTranslation } from 'react-i18next'
import type { UnitsProblem } from '../../../domain/people/resolve-units-change.ts'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { Stack } from '../../ui/stack.tsx'
import styles from './units.module.css'

/** A commune for which somebody has to say who keeps its records. */
export type OpenKeeper = Extract<UnitsProblem, { readonly type: 'noKeeper' | 'noSuccessor' }>

interface Props {
  readonly open: readonly OpenKeeper[]
  readonly choices: Readonly<Record<string, string>>
  readonly placeOf: (code: string, name: string) => string
  readonly onChoose: (code: string, to: string | null) => void
}

/** Who keeps the records of communes that are split or whose successor nobody knows. */
export function KeepersCard({ open, choices, placeOf, onChoose }: Props) {
  const { t } = useTranslation('units')
  const left = open.filter(({ code }) => choices[code] === undefined).length
  return (
    <Card title={t('keepers.title')} subtitle={t('keepers.hint')}>
      <Stack>
        <output className={styles.soft}>
          {left === 0 ? t('keepers.all') : t('keepers.left', { count: left })}
        </output>
        <div className={styles.choices}>
          {open.map(({ type, code, name, options }) => (
            <Select
              key={code}
              label={placeOf(code, name)}
              hint={type === 'noKeeper' ? t('keepers.split') : t('keepers.unknown')}
              value={choices[code] ?? null}
              onChange={to => onChoose(code, to)}
              options={options.map(option => ({ value: option.code, label: option.name }))}
            />
          ))}
        </div>
      </Stack>
    </Card>
  )
}
