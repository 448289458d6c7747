import { useTranslation } from 'react-i18next'
import { appearanceWords } from '../../domain/forms/appearance-words.ts'
import type { AnswerValue, Question } from '../../domain/forms/form-version.ts'
import { parseGeopoint } from '../../lib/geopoint.ts'
import { useDirectory } from './use-directory.ts'
import { useFormat, type Format } from '../i18n/use-format.ts'
import { useLocalText } from '../i18n/local-text.ts'

/** An answer in words: option labels, numbers and days as the language writes them. Empty text for none. */
export function useAnswerText(): (question: Question, value: AnswerValue | null | undefined) => string {
  const { i18n, t } = useTranslation('ui')
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
      return `${format.number(value, { mostDecimals: 6 })}${unit}`
    }
    if (typeof value === 'object') return ''
    if (question.type === 'date') return dayText(question, value, format.date)
    if (question.type === 'time' || question.type === 'dateTime') return clockText(value, format.date)
    if (question.type === 'geopoint') return placeText(value, format.number)
    if (question.type === 'acknowledge') return value === 'OK' ? t('acknowledge.read') : value
    if (question.type === 'org_unit') return directory?.tree.get(value)?.fullName ?? value
    return value
  }
}

/** A day as it was asked for: a month is `10/2017`, a year `2017`. */
function dayText(question: Question, value: string, date: Format['date']): string {
  const words = appearanceWords(question)
  const [year, month] = value.split('-')
  if (words.includes('year')) return year ?? value
  return words.includes('month-year') ? `${month}/${year}` : date(value)
}

/** As it was typed, in the zone it was typed in. */
function clockText(value: string, date: Format['date']): string {
  const [day, clock] = value.includes('T') ? value.split('T') : ['', value]
  const minutes = (clock ?? '').slice(0, 5)
  return day ? `${date(day)} ${minutes}` : minutes
}

function placeText(value: string, number: Format['number']): string {
  const place = parseGeopoint(value)
  if (!place) return value
  const degrees = (one: number): string => number(one, { leastDecimals: 6, mostDecimals: 6 })
  const metres = place.accuracy === null ? '' : ` (±${number(place.accuracy, { mostDecimals: 0 })} m)`
  return `${degrees(place.latitude)}°; ${degrees(place.longitude)}°${metres}`
}
