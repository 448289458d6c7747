import type { FormPlace } from '../forms/form-place.ts'
import type { FormVersion, Question } from '../forms/form-version.ts'
import { headerOf, nameOfOption } from './export-headers.ts'
import type { ExportOptions, ExportWords } from './export-options.ts'
import { placeParts, type ExportColumn } from './export-table.ts'

/** A longer list, such as all villages of a province, would be wider than a spreadsheet. */
const mostSplitOptions = 500

/** Answered with files; the answer is their names. */
export const isFileQuestion = ({ type }: Question): boolean =>
  type === 'photo' || type === 'signature' || type === 'audio' || type === 'file'

/** The columns of one question, as one version of its form asks it; none for what is only read. */
export function columnsOfQuestion(
  place: FormPlace,
  options: ExportOptions,
  form: FormVersion,
  words: ExportWords | undefined,
): readonly ExportColumn[] {
  const { question } = place
  if (!question || question.type === 'note') return []
  const header = headerOf(place, options, form)
  const { id } = question
  if (isFileQuestion(question)) return [{ header, part: { kind: 'files', question: id } }]
  const columns: ExportColumn[] = [{ header, part: { kind: 'answer', question: id } }]
  if (question.type === 'geopoint') {
    // Kobo's names: `group/_place_latitude`.
    const [, groups = '', last = ''] = /^(.*\/)?([^/]*)$/su.exec(header) ?? []
    for (const at of placeParts) {
      const part = { kind: 'place', question: id, at } as const
      columns.push({ header: words ? `${header}/${words.place[at]}` : `${groups}_${last}_${at}`, part })
    }
  }
  const isSplit = question.type === 'select_multiple' || question.type === 'rank'
  if (options.splitMultiple && isSplit && question.options.length <= mostSplitOptions)
    for (const option of question.options)
      columns.push({
        header: `${header}/${nameOfOption(option, options.language, form)}`,
        part: { kind: 'option', question: id, option: option.value },
      })
  const { evidence } = question
  if (evidence?.note === true)
    columns.push({ header: `${header}/${words?.note ?? '_note'}`, part: { kind: 'note', question: id } })
  if (evidence?.photo !== undefined)
    columns.push({ header: `${header}/${words?.files ?? '_files'}`, part: { kind: 'files', question: id } })
  return columns
}
