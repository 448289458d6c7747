import { useTranslation } from 'react-i18next'
import type { Contacts } from '../../context/app.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** When a commune's tablets last synced, in words. */
export function useContactWords(contacts: Contacts | undefined): (unit: string) => string {
  const { t } = useTranslation('board')
  const format = useFormat()
  return unit => {
    if (!contacts) return t('contact.unknown')
    const at = contacts.byUnit[unit]
    return at === undefined ? t('contact.never') : format.relative(at, contacts.asOf)
  }
}
