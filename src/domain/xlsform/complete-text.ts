import type { LocalText } from '../forms/form-version.ts'

/**
 * A text in the languages it was given in. `vi` and `en` are always there: where they are not given they say what the
 * default language says. A text without language is in the default one.
 */
export function completeText(
  texts: readonly { readonly language?: string | undefined; readonly text: string }[],
  defaultLanguage: string | undefined,
): LocalText {
  const byLanguage = new Map<string, string>()
  for (const { language, text } of texts) if (language !== undefined) byLanguage.set(language, text)
  const bare = texts.find(({ language }) => language === undefined)?.text
  if (bare !== undefined && defaultLanguage !== undefined && !byLanguage.has(defaultLanguage))
    byLanguage.set(defaultLanguage, bare)
  const inDefault = defaultLanguage === undefined ? undefined : byLanguage.get(defaultLanguage)
  const otherwise = inDefault ?? bare ?? byLanguage.get('vi') ?? byLanguage.get('en') ?? texts[0]?.text ?? ''
  for (const code of ['vi', 'en']) if (!byLanguage.has(code)) byLanguage.set(code, otherwise)
  return Object.fromEntries(byLanguage)
}
