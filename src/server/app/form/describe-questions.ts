import type { FormItem, FormVersion } from '../../../domain/forms/form-version.ts'
import { findXlsformType } from '../../../domain/xlsform/write-question.ts'

/** What was read, item by item with its path, in the words of XLSForm. */
export function describeQuestions(form: FormVersion): readonly Readonly<Record<string, unknown>>[] {
  const visit = (items: readonly FormItem[], way: readonly string[]): readonly Record<string, unknown>[] =>
    items.flatMap(item => {
      const path = [...way, item.name ?? item.id]
      const own = { path: path.join('/'), name: path.at(-1), id: item.id, ...describe(item) }
      return 'items' in item ? [own, ...visit(item.items, path)] : [own]
    })
  return form.sections.flatMap(section => {
    if (section.isLoose === true) return visit(section.items, [])
    const { id, title, hint, relevance, appearance } = section
    return [
      { path: id, name: id, id, type: 'group', label: title, hint, relevance, appearance },
      ...visit(section.items, [id]),
    ]
  })
}

function describe(item: FormItem): Readonly<Record<string, unknown>> {
  const { type, label, hint, relevance, appearance } = item
  const common = { type, label, hint, relevance, appearance }
  if (item.type === 'repeat') return { ...common, repeat_count: item.count }
  if (item.type === 'group') return common
  const { constraint, parameters } = item
  return {
    ...common,
    xlsform_type: findXlsformType(item).name,
    source: 'source' in item ? item.source : undefined,
    list: 'list' in item ? item.list : undefined,
    choices_from: 'optionsFrom' in item ? item.optionsFrom : undefined,
    choices:
      'options' in item
        ? item.options.map(({ value, label, columns }) => ({ name: value, label, ...columns }))
        : undefined,
    choice_filter: 'choiceFilter' in item ? item.choiceFilter : undefined,
    required: item.required,
    required_message: item.requiredMessage,
    constraint: constraint?.expr,
    constraint_message: constraint?.message,
    calculation: item.calculation,
    default: item.default,
    trigger: item.trigger,
    read_only: item.readonly,
    parameters:
      item.type === 'range' || item.type === 'rating'
        ? { start: item.min, end: item.max, step: item.step ?? 1, ...parameters }
        : parameters,
  }
}
