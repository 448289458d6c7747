import type { FormItem, FormVersion, LocalText } from '../../../src/domain/forms/form-version.ts'

/** Questions, groups and repeats, a group before what it holds. */
export const listItems = (items: readonly FormItem[]): readonly FormItem[] =>
  items.flatMap(item =>
    item.type === 'group' || item.type === 'repeat' ? [item, ...listItems(item.items)] : [item],
  )

const expressionKeys = ['relevance', 'calculation', 'default', 'choiceFilter', 'count', 'expr', 'seed']
/** These may be a plain true or false. */
const maybeExpressionKeys = ['required', 'readonly']

/** Every expression of a form, wherever it stands. */
export function listExpressions(form: FormVersion): readonly string[] {
  const found: string[] = []
  walk(form.sections, (key, value) => {
    if (typeof value === 'string' && [...expressionKeys, ...maybeExpressionKeys].includes(key))
      found.push(value)
  })
  return found
}

/** Every text that people read. */
export function listTexts(form: FormVersion): readonly LocalText[] {
  const found: LocalText[] = []
  walk(form, (_, value) => {
    if (typeof value === 'object' && value !== null && ('vi' in value || 'en' in value))
      found.push(value as LocalText)
  })
  return found
}

function walk(part: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof part !== 'object' || part === null) return
  for (const [key, value] of Object.entries(part)) {
    visit(key, value)
    walk(value, visit)
  }
}
