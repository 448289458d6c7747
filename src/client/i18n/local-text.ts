import { useCallback } from 'react'
import { firstLanguage, type Language } from './languages.ts'
import { useLanguage } from './use-language.ts'

/** A text of the content (a question, a clause), written in Vietnamese and mostly in English too. */
export type LocalText = Readonly<Record<string, string>>

/** The text in that language, or in Vietnamese where nobody translated it. */
export function localText(text: LocalText, language: Language): string {
  return text[language] || text[firstLanguage] || ''
}

/** `localText` bound to the language shown. */
export function useLocalText(): (text: LocalText) => string {
  const { language } = useLanguage()
  return useCallback((text: LocalText) => localText(text, language), [language])
}
