import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { auditType, parseCheckKey } from '../../../domain/audits/audit-fields.ts'
import { auditYearType } from '../../../domain/audits/audit-year.ts'
import { findingType } from '../../../domain/audits/finding-fields.ts'
import { reportType } from '../../../domain/audits/report-fields.ts'
import { splitKey } from '../../../domain/forms/row.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { publishedFormType } from '../../../domain/qms/published-form-type.ts'
import { responseFields, responseType } from '../../../domain/responses/response-fields.ts'
import { readFormName } from '../../../domain/responses/response.ts'
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
    titleOf({ thing, type }) {
      if (type === publishedFormType) return t('thing.form')
      const audit = auditWords.thingTitle(type, thing)
      if (audit !== undefined) return audit
      const form = formOf(thing)
      return form ? text(form.form.title) : t(type === responseType ? 'thing.response' : 'thing.other')
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

/** At a check or a finding of the audit, as fields and photos name them. */
function addressInAudit(thing: string, topic: string | undefined): string {
  if (topic?.startsWith('finding:')) return findingAddress(thing, topic.slice('finding:'.length))
  if (topic !== undefined && parseCheckKey(topic)) return workAddress(thing, topic)
  return `/audits/${encodeURIComponent(thing)}`
}
