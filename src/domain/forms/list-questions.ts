import type { FormItem, Question } from './form-version.ts'

/** The questions among items, those in groups and repeats included, in the order of the form. */
export function listQuestions(items: readonly FormItem[]): readonly Question[] {
  return items.flatMap(item =>
    item.type === 'group' || item.type === 'repeat' ? listQuestions(item.items) : [item],
  )
}
