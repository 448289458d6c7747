import { useTranslation } from 'react-i18next'
import type { Programme } from '../../domain/qms/programme.ts'
import { useLocalText } from '../i18n/local-text.ts'
import { Select } from '../ui/select.tsx'
import { Stack } from '../ui/stack.tsx'

interface Props {
  readonly programmes: readonly Programme[]
  readonly value: string
  readonly onChoose: (programme: string) => void
}

/** Which programme a screen shows; nothing where there is only one. */
export function ProgrammeChoice({ programmes, value, onChoose }: Props) {
  const { t } = useTranslation('common')
  const text = useLocalText()
  if (programmes.length < 2) return null
  return (
    <Stack width="reading">
      <Select
        label={t('programme.choose')}
        empty={false}
        value={value}
        onChange={id => id !== null && onChoose(id)}
        options={programmes.map(({ id, name, endedOn }) => ({
          value: id,
          label: endedOn === undefined ? text(name) : t('programme.ended', { name: text(name) }),
        }))}
      />
    </Stack>
  )
}
