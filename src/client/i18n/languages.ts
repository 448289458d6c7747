/** The languages of the app, the first one being where every missing text falls back to. */
export const languages = {
  vi: { tag: 'vi-VN', name: 'Tiếng Việt', short: 'VI' },
  en: { tag: 'en-GB', name: 'English', short: 'EN' },
} as const

export type Language = keyof typeof languages

export const firstLanguage: Language = 'vi'

export const languageCodes = Object.keys(languages) as readonly Language[]

export function isLanguage(code: unknown): code is Language {
  return typeof code === 'string' && Object.hasOwn(languages, code)
}
