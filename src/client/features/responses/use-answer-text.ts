import { useTranslation } from 'react-i18next'
import type { AnswerValue, Question } from '../../../domain/forms/form-version.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'

/** An answer in words: option labels, numbers and days as the language writes them. Empty text for none. */
export function useAnswerText(): (question: Question, value: AnswerValue | null | undefined) => string {
  const { i18n } = useTranslation()
  const text = useLocalText()
  const format = useFormat()
  const directory = useDirectory()
  return (question, value) => {
    if (value === null || value === undefined || value === '') return ''
    if ('options' in question) {
      const labels = (typeof value === 'object' ? value : [String(value)]).map(chosen => {
        const option = question.options.find(o => o.value === chosen)
        return option ? text(option.label) : chosen
      })
      return new Intl.ListFormat(i18n.language, { style: 'short', type: 'unit' }).format(labels)
    }
    if (typeof value === 'number') {
      const unit = 'unit' in question && question.unit ? ` ${text(question.unit)}` : ''
      return `${format.number(value)}${unit}`
    }
    if (typeof value === 'object') return ''
    if (question.type === 'date') return format.date(value)
    if (question.type === 'org_unit') return directory?.tree.get(value)?.fullName ?? value
    return value
  }
}
