import { createInstance } from 'i18next'
import type { BackendModule, i18n as I18n, ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { firstLanguage, isLanguage, languageCodes } from './languages.ts'
import type { Language } from './languages.ts'
import * as vi from './namespaces.ts'
import './typed-keys.ts'

export interface I18nSurroundings {
  /** The language chosen earlier on this tablet, if any. */
  readonly loadLanguage: () => Promise<string | null | undefined>
  readonly saveLanguage: (language: Language) => Promise<void>
  /** The <html> element, whose `lang` follows the language shown. */
  readonly root: { lang: string }
}

/** The list of the chunks is one itself: it grows with every screen, and the first one needs none of them. */
const loadTexts = async (language: string, namespace: string): Promise<ResourceKey | undefined> => {
  const { lazyTexts } = await import('./lazy-texts.ts')
  return lazyTexts[`../../../locales/${language}/${namespace}.json`]?.()
}

const chunks: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, answer) {
    loadTexts(language, namespace).then(
      texts => answer(null, texts ?? {}),
      (error: Error) => answer(error, null),
    )
  },
}

/**
 * Vietnamese is in the first bundle and needs no request; other languages are chunks that load once chosen.
 * A text whose chunk cannot be had (offline before it was cached) shows in Vietnamese.
 */
export async function startI18n({ loadLanguage, saveLanguage, root }: I18nSurroundings): Promise<I18n> {
  const stored = await loadLanguage().catch(() => null)
  const i18n = createInstance()
  await i18n
    .use(initReactI18next)
    .use(chunks)
    .init({
      lng: isLanguage(stored) ? stored : firstLanguage,
      fallbackLng: firstLanguage,
      supportedLngs: languageCodes,
      ns: Object.keys(vi),
      defaultNS: 'common',
      resources: { vi },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  root.lang = i18n.language
  i18n.on('languageChanged', language => void (root.lang = language))
  const change = i18n.changeLanguage.bind(i18n)
  // Remembered before it shows: who sees it may load the page anew at once.
  i18n.changeLanguage = async (language, ...rest) => {
    // A preference: failing to remember it costs one tap next time.
    if (isLanguage(language)) await saveLanguage(language).catch(() => undefined)
    return change(language, ...rest)
  }
  return i18n
}
