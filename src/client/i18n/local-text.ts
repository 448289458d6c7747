import { createContext, useCallback, useContext } from 'react'
import { firstLanguage } from './languages.ts'
import { useLanguage } from './use-language.ts'

/** A text of the content (a question, a clause), written in Vietnamese and mostly in English too. */
export type LocalText = Readonly<Record<string, string>>

/** A language to show content in that is not the one of the screen: a form has languages that the app does not. */
export const ContentLanguage = createContext<string | undefined>(undefined)

/** The text in that language, or in Vietnamese where nobody translated it. */
export function localText(text: LocalText, language: string): string {
  return text[language] || text[firstLanguage] || ''
}

/** `localText` bound to the language shown. */
export function useLocalText(): (text: LocalText) => string {
  const { language } = useLanguage()
  const shown = useContext(ContentLanguage) ?? language
  return useCallback((text: LocalText) => localText(text, shown), [shown])
}
