import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { firstLanguage, isLanguage } from './languages.ts'
import type { Language } from './languages.ts'

/** The language shown, and how to change it. `setLanguage` resolves once its texts are on screen. */
export function useLanguage(): {
  readonly language: Language
  readonly setLanguage: (language: Language) => Promise<void>
} {
  const { i18n } = useTranslation()
  const setLanguage = useCallback(
    async (language: Language) => {
      await i18n.changeLanguage(language)
    },
    [i18n],
  )
  return { language: isLanguage(i18n.language) ? i18n.language : firstLanguage, setLanguage }
}
