import { useTranslation } from 'react-i18next'
import type { DueItem } from '../../../domain/reports/communes/list-due.ts'
import { useForms } from '../../context/use-forms.ts'
import { useScope } from '../../context/use-scope.ts'
import { useLocalText } from '../../i18n/local-text.ts'

export interface DueWords {
  titleOf: (item: DueItem) => string
  /** Where this person goes on with it. */
  addressOf: (item: DueItem) => string
}

/** What is to be done, in words, and where; wants the texts of `due`. */
export function useDueWords(): DueWords {
  const { t } = useTranslation('due')
  const text = useLocalText()
  const forms = useForms('all')
  const scope = useScope()
  return {
    titleOf({ kind, number, words, form, people, thing }) {
      switch (kind) {
        case 'step':
          return text(words)
        case 'survey':
          return t('words.survey')
        case 'training':
          return t('words.training', { topic: text(words) })
        case 'untrained':
          return t('words.untrained', { count: people, topic: text(words) })
        case 'audit':
          return t('words.audit', { number })
        case 'review': {
          const title = form && forms?.find(form)?.form.title
          return t('words.review', { form: title ? text(title) : t('words.form') })
        }
        case 'action':
        case 'verification':
          return t(`words.${kind}`, { number, text: text(words) })
        case 'decision':
          return t('words.decision', { text: text(words) })
        case 'posting':
          return t('words.posting', { number }).trim()
        case 'report':
          return thing === 'yearly' ? t('words.yearly') : t('words.monthly')
      }
    },
    addressOf({ kind, thing, unit, topic }) {
      const at = `?unit=${encodeURIComponent(unit.id)}`
      switch (kind) {
        case 'step':
          return `/road${at}`
        case 'training':
          return `/training/${encodeURIComponent(thing)}`
        case 'untrained':
          return `/training/people${at}&topic=${encodeURIComponent(topic ?? '')}&show=untrained`
        case 'decision':
          return `/road/review${at}`
        case 'posting':
          return `/road/declaration${at}&declaration=${encodeURIComponent(thing)}`
        case 'report':
          return '/report-centre'
        case 'survey':
          return scope?.mayDo('response.fill', unit.id) ? '/work' : '/communes'
        case 'audit':
          return `/audits/${encodeURIComponent(thing)}`
        case 'review':
          return `/review/${encodeURIComponent(thing)}`
        case 'action':
        case 'verification':
          return `/findings/${encodeURIComponent(thing)}`
      }
    },
  }
}
