import type { FormPlace } from '../forms/form-place.ts'
import type { FormVersion, LocalText, Option } from '../forms/form-version.ts'
import { asCodes, type ExportOptions } from './export-options.ts'

/** A text in a language, or else in the one that the form calls its default. */
export const textIn = (
  text: LocalText | undefined,
  language: string,
  { defaultLanguage = 'vi' }: FormVersion,
): string => text?.[language] || text?.[defaultLanguage] || text?.['vi'] || ''

/** How a place is called: its name, or its label on one line without the marks of Markdown and HTML. */
export function nameOfPlace({ item, name }: FormPlace, language: string, form: FormVersion): string {
  if (language === asCodes || !item) return name
  return oneLine(textIn('title' in item ? item.title : item.label, language, form)) || name
}

export function nameOfOption({ value, label }: Option, language: string, form: FormVersion): string {
  return language === asCodes ? value : oneLine(textIn(label, language, form)) || value
}

const oneLine = (text: string): string =>
  text
    .replace(/<[^<>]{0,200}>|\*\*/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** A question's header: `group/question`, or without its groups. */
export function headerOf(place: FormPlace, options: ExportOptions, form: FormVersion): string {
  const steps: string[] = []
  for (let at: FormPlace | undefined = place; at?.item; at = at.parent) {
    steps.unshift(nameOfPlace(at, options.language, form))
    if (!options.groupNames) break
  }
  return steps.join('/')
}
