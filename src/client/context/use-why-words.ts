import { useTranslation } from 'react-i18next'
import mandatoryJson from '../../content/qms/mandatory-documents.json' with { type: 'json' }
import type { Why } from '../../domain/qms/judge-gates.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useLocalText } from '../i18n/local-text.ts'

const codes = [
  'noStaffList',
  'attendance',
  'auditors',
  'noQuiz',
  'quiz',
  'procedures',
  'noScope',
  'scope',
  'noDocumentReview',
  'reviewPoints',
  'notApplied',
  'applied',
  'noFigures',
  'onTime',
  'noAudit',
  'coverage',
  'majors',
  'minors',
  'noReview',
  'review',
  'reviewBefore',
  'decisions',
] as const

/** The most names that are told one by one. */
const most = 6

/** The sentence of a rule's reason: what was counted, what was wanted, what is missing. */
export function useWhyWords(): (why: Why) => string {
  const { t } = useTranslation('road')
  const text = useLocalText()
  const format = useFormat()
  const titles = new Map(mandatoryJson.map(({ id, title }) => [id, text(title)]))
  return ({ code, figures, names }) => {
    const known = codes.find(one => one === code)
    // Whole ones stay numbers: the words may be counted by them.
    const said = Object.entries(figures).map(([name, value]) => [
      name,
      Number.isInteger(value) ? value : format.number(value, { mostDecimals: 1 }),
    ])
    const sentence = known ? t(`why.${known}`, Object.fromEntries(said)) : ''
    if (names.length === 0 || code === 'auditors') return sentence
    const told = names.slice(0, most).map(name => titles.get(name) ?? name)
    const more = names.length > most ? t('why.more', { count: names.length - most }) : ''
    return `${sentence} ${t('why.missing', { names: told.join(', ') })}${more && ` ${more}`}`
  }
}
