import type { FormItem, FormVersion } from './form-version.ts'
import { isChoice } from './is-choice.ts'

/** Gives every question that names a list the options of it: the list itself, not a copy. */
export function fillOptions(form: FormVersion): FormVersion {
  const fill = (item: FormItem): FormItem => {
    if ('items' in item) return { ...item, items: item.items.map(fill) }
    if (!isChoice(item)) return item
    return { ...item, options: form.choiceLists?.[item.list ?? ''] ?? item.options ?? [] }
  }
  return { ...form, sections: form.sections.map(section => ({ ...section, items: section.items.map(fill) })) }
}
