import { useCallback, useContext, useSyncExternalStore } from 'react'
import { I18nContext } from 'react-i18next'
import { firstLanguage, isLanguage } from './languages.ts'
import type { Language } from './languages.ts'

/**
 * The language shown, and how to change it. `setLanguage` resolves once its texts are on screen. Each text of a form
 * asks for it: `useTranslation`, which also watches for texts that arrive, would cost them several times as much.
 */
export function useLanguage(): {
  readonly language: Language
  readonly setLanguage: (language: Language) => Promise<void>
} {
  const i18n = useContext(I18nContext)?.i18n
  if (!i18n) throw new Error('there are no texts around this')
  const subscribe = useCallback(
    (listener: () => void) => {
      i18n.on('languageChanged', listener)
      return () => i18n.off('languageChanged', listener)
    },
    [i18n],
  )
  const language = useSyncExternalStore(subscribe, () => i18n.language)
  const setLanguage = useCallback(
    async (next: Language) => {
      await i18n.changeLanguage(next)
    },
    [i18n],
  )
  return { language: isLanguage(language) ? language : firstLanguage, setLanguage }
}
