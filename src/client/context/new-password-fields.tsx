import { useTranslation } from 'react-i18next'
import { leastPassword, refuseNewPassword } from '../../domain/people/new-password.ts'
import { PasswordField } from '../ui/password-field.tsx'

/** A password that is being chosen, typed twice. */
export interface ChosenPassword {
  readonly chosen: string
  readonly again: string
}

export const nothingChosen: ChosenPassword = { chosen: '', again: '' }

/** Why it cannot be taken in the place of the one before; undefined when it can. */
export const faultOfChosen = ({ chosen, again }: ChosenPassword, before: string) =>
  refuseNewPassword(chosen, before) ?? (chosen === again ? undefined : 'differs')

interface Props {
  readonly value: ChosenPassword
  readonly onChange: (value: ChosenPassword) => void
  /** What is wrong with it, once the person wanted to go on. */
  readonly fault: ReturnType<typeof faultOfChosen>
  readonly autoFocus?: boolean
}

/** The new password and once more, with its rule said before; wants the texts of `newPassword`. */
export function NewPasswordFields({ value, onChange, fault, autoFocus = false }: Props) {
  const { t } = useTranslation('newPassword')
  const words = fault && t(`fault.${fault}`, { least: leastPassword })
  return (
    <>
      <PasswordField
        label={t('chosen')}
        hint={t('rule', { least: leastPassword })}
        error={fault === 'differs' ? undefined : words}
        value={value.chosen}
        onChange={chosen => onChange({ ...value, chosen })}
        name="new-password"
        autoComplete="new-password"
        autoFocus={autoFocus}
      />
      <PasswordField
        label={t('again')}
        error={fault === 'differs' ? words : undefined}
        value={value.again}
        onChange={again => onChange({ ...value, again })}
        name="new-password-again"
        autoComplete="new-password"
      />
    </>
  )
}
