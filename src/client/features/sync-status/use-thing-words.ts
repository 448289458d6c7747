import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { auditType, parseCheckKey } from '../../../domain/audits/audit-fields.ts'
import { isOfClosing, isOfPlan } from '../../../domain/audits/audit-topic.ts'
import { auditYearType } from '../../../domain/audits/audit-year.ts'
import { findingType } from '../../../domain/audits/finding-fields.ts'
import { reportType } from '../../../domain/audits/report-fields.ts'
import { splitKey } from '../../../domain/forms/row.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { declarationType } from '../../../domain/qms/declaration.ts'
import { documentType } from '../../../domain/qms/document-fields.ts'
import { managementReviewType } from '../../../domain/qms/management-review.ts'
import { publishedFormType } from '../../../domain/qms/published-form-type.ts'
import { roadType } from '../../../domain/qms/road-fields.ts'
import { trainingType } from '../../../domain/qms/training-fields.ts'
import { responseFields, responseType } from '../../../domain/responses/response-fields.ts'
import { readFormName } from '../../../domain/responses/response.ts'
import { settlementTypeOf } from '../../../sync/protocol/held-settlement.ts'
import { useApp } from '../../context/app-context.tsx'
import { findingAddress, workAddress } from '../../context/audit-addresses.ts'
import { useAuditWords } from '../../context/use-audit-words.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useForms } from '../../context/use-forms.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useLocalText } from '../../i18n/local-text.ts'

interface Named {
  readonly thing: string
  readonly feed: string
  readonly type: string
}

export interface ThingWords {
  /** The form's title, or what kind of thing it is. */
  titleOf: (named: Named) => string
  unitOf: (feed: string) => string
  /** Where this person opens it, at a question of it if given; undefined when there is no such screen. */
  addressOf: (named: Named, question?: string) => string | undefined
  questionOf: (named: Named, question: string) => string
}

/** What a thing is called, and where it is opened. */
export function useThingWords(): ThingWords {
  const app = useApp()
  const { t } = useTranslation('sync')
  const text = useLocalText()
  const directory = useDirectory()
  const scope = useScope()
  const forms = useForms()
  const auditWords = useAuditWords()
  const rows = useWatched(
    () => app.watchFields(responseType, responseFields.form),
    `${app.person.id} form names`,
  )
  const names = useMemo(() => new Map((rows ?? []).map(row => [row.thing, readFormName(row.value)])), [rows])
  const formOf = (thing: string) => {
    const name = names.get(thing)
    return name && forms?.find(name)
  }
  return {
    titleOf({ thing, type, feed }) {
      if (type === publishedFormType) return t('thing.form')
      if (type === settlementTypeOf(feed)) return t('thing.settlement')
      const audit = auditWords.thingTitle(type, thing)
      if (audit !== undefined) return audit
      const form = formOf(thing)
      if (form) return text(form.form.title)
      return t(type === responseType ? 'thing.response' : isNamed(type) ? `thing.${type}` : 'thing.other')
    },
    unitOf(feed) {
      const unit = parseFeedId(feed)?.unit ?? ''
      return directory?.tree.get(unit)?.fullName ?? unit
    },
    addressOf({ thing, feed, type }, question) {
      if (type === publishedFormType) return '/forms'
      if (type === auditType) return addressInAudit(thing, question)
      if (type === auditYearType) return '/audits/programme'
      if (type === findingType) return `/findings/${encodeURIComponent(thing)}`
      if (type === reportType) return `/reports/${encodeURIComponent(thing)}`
      if (isNamed(type)) return addresses[type](thing)
      const form = formOf(thing)
      if (type !== responseType || !form || !scope) return undefined
      // What citizens answered is for nobody to look up one by one.
      if (form.form.anonymous) return undefined
      const at = question === undefined ? '' : `#question-${question}`
      const unit = parseFeedId(feed)?.unit ?? ''
      const isReader = scope.mayDo('response.review', unit) && !scope.mayDo('response.fill', unit)
      if (isReader) return `/review/${encodeURIComponent(thing)}${at}`
      const section = question && form.questions.get(splitKey(question).id)?.sectionId
      return `/responses/${encodeURIComponent(thing)}${section ? `/${section}` : ''}${at}`
    },
    questionOf({ thing, type }, question) {
      const slot = auditWords.slotName(type, question)
      if (slot !== undefined) return slot
      const found = formOf(thing)?.questions.get(splitKey(question).id)?.question
      return found ? text(found.label) : question
    },
  }
}

/** Where things of a commune's road are opened. */
const addresses = {
  [roadType]: () => '/road',
  [documentType]: (thing: string) => `/documents/${encodeURIComponent(thing)}`,
  [trainingType]: (thing: string) => `/training/${encodeURIComponent(thing)}`,
  [managementReviewType]: () => '/road/review',
  [declarationType]: () => '/road/declaration',
} as const
const isNamed = (type: string): type is keyof typeof addresses => Object.hasOwn(addresses, type)

/** The page of an audit that a field is on, where that is neither a check's nor a finding's. */
export function auditPageOf(field: string): 'plan' | 'closing' | undefined {
  if (isOfPlan(field)) return 'plan'
  return isOfClosing(field) ? 'closing' : undefined
}

/** At a check or a finding of the audit, as fields and photos name them. */
function addressInAudit(thing: string, topic: string | undefined): string {
  if (topic?.startsWith('finding:')) return findingAddress(thing, topic.slice('finding:'.length))
  if (topic !== undefined && parseCheckKey(topic)) return workAddress(thing, topic)
  const address = `/audits/${encodeURIComponent(thing)}`
  return topic === 'plan' || topic === 'closing' ? `${address}/${topic}` : address
}
