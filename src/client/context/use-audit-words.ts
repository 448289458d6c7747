import { useTranslation } from 'react-i18next'
import { getArea } from '../../domain/audits/area.ts'
import { auditType, parseAuditField, parseCheckKey } from '../../domain/audits/audit-fields.ts'
import {
  formatAuditNumber,
  formatFindingNumber,
  parseAuditThing,
  parseFindingThing,
} from '../../domain/audits/audit-number.ts'
import { auditYearType, parseAuditYearThing } from '../../domain/audits/audit-year.ts'
import { findingType, parseFindingField } from '../../domain/audits/finding-fields.ts'
import { gradeWords } from '../../domain/audits/grade.ts'
import { parseReportField, reportType } from '../../domain/audits/report-fields.ts'
import { readSample, readSampled } from '../../domain/audits/sample.ts'
import { isVerdict } from '../../domain/audits/verdict.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { useLocalText } from '../i18n/local-text.ts'
import { useForms } from './use-forms.ts'

export const auditTypes = [auditType, auditYearType, findingType, reportType] as const

export interface AuditWords {
  /** What an audit, programme, finding or report is called; undefined for things of other types. */
  thingTitle: (type: string, thing: string) => string | undefined
  /** What a field of one of them holds, in words: `Kết luận: …`; undefined for other types. */
  fieldName: (type: string, field: string) => string | undefined
  /** The same without where it stands, for the card that it stands on. */
  partName: (field: string) => string
  /** The question of a check and where it was asked. */
  checkName: (check: string) => string
  /** What photos of one of them are kept by; undefined for other types. */
  slotName: (type: string, slot: string) => string | undefined
  /** A value of an audit's field in words; '' for none. */
  valueText: (field: string, value: JsonValue) => string
}

/** Audits' own things and fields in words; empty words until the texts are loaded. */
export function useAuditWords(): AuditWords {
  const { t } = useTranslation(['auditWork', 'audits'])
  const text = useLocalText()
  const forms = useForms()

  function checkName(check: string): string {
    const { item, area } = parseCheckKey(check) ?? { item: check, area: '' }
    const question = forms?.findQuestion(item)
    const label = getArea(area)?.label
    return `${question ? text(question.label) : item} (${label ? text(label) : area})`
  }

  function auditFieldName(field: string): string {
    const parsed = parseAuditField(field)
    if (!parsed) return t('field.other')
    const { kind } = parsed
    if ('check' in parsed) return `${t(`field.${parsed.kind}`)}: ${checkName(parsed.check)}`
    if (parsed.kind === 'evidence')
      return parseCheckKey(parsed.slot)
        ? `${t('field.evidence')}: ${checkName(parsed.slot)}`
        : t('field.findingPhoto', { number: parsed.slot.replace('finding:', '') })
    if (parsed.kind === 'finding')
      return `${t('field.finding', { number: parsed.finding })}: ${t(`part.${parsed.part}`)}`
    const isTeams = kind === 'team' || kind === 'finished' || kind === 'timetable'
    return t(isTeams || kind === 'move' || kind === 'comment' ? `field.${kind}` : 'field.plan')
  }

  return {
    checkName,
    partName(field) {
      const parsed = parseAuditField(field)
      if (parsed && 'check' in parsed) return t(`field.${parsed.kind}`)
      if (parsed?.kind === 'evidence') return t('field.evidence')
      return parsed?.kind === 'finding' ? t(`part.${parsed.part}`) : auditFieldName(field)
    },
    slotName(type, slot) {
      if (type === auditType) {
        if (parseCheckKey(slot)) return checkName(slot)
        return t('field.finding', { number: slot.replace('finding:', '') })
      }
      if (type === findingType) return t('field.action')
      return type === reportType ? t('field.signature') : undefined
    },
    thingTitle(type, thing) {
      const year = parseAuditYearThing(thing)
      if (type === auditYearType && year) return t('thing.auditYear', { year: year.year })
      const finding = parseFindingThing(thing)
      if (type === findingType && finding) return t('thing.finding', { number: formatFindingNumber(finding) })
      const audit = parseAuditThing(thing)
      if (!audit) return undefined
      if (type === auditType) return t('thing.audit', { number: formatAuditNumber(audit) })
      return type === reportType ? t('thing.auditReport', { number: formatAuditNumber(audit) }) : undefined
    },
    fieldName(type, field) {
      switch (type) {
        case auditType:
          return auditFieldName(field)
        case auditYearType:
          return t('field.programme')
        case findingType: {
          const kind = parseFindingField(field)?.kind
          return t(kind === 'part' ? 'field.action' : kind ? `field.${kind}` : 'field.other')
        }
        case reportType: {
          const kind = parseReportField(field)?.kind
          return t(
            kind === 'head' || kind === 'part' ? 'field.report' : kind ? `field.${kind}` : 'field.other',
          )
        }
        default:
          return undefined
      }
    },
    valueText(field, value) {
      if (value === null) return ''
      const parsed = parseAuditField(field)
      if (parsed?.kind === 'verdict' && isVerdict(value)) return t(`audits:verdict.${value}`)
      if (parsed?.kind === 'sample') {
        const sample = readSample(value)
        if (sample) return t('sample.words', { ...sample, method: t(`sample.methods.${sample.method}`) })
      }
      if (parsed?.kind === 'sampled') {
        const file = readSampled(parsed.id, value)
        if (file)
          return [file.file, file.verdict && t(`audits:verdict.${file.verdict}`), file.note]
            .filter(Boolean)
            .join(' – ')
      }
      if (parsed?.kind === 'evidence') return t('field.evidence')
      if (parsed?.kind === 'finding' && parsed.part === 'grade') {
        const grade = gradeWords.find(({ id }) => id === value)
        if (grade) return text(grade.label)
      }
      if (parsed?.kind === 'finding' && parsed.part === 'area' && typeof value === 'string') {
        const area = getArea(value)
        if (area) return text(area.label)
      }
      if (Array.isArray(value) && value.every(one => typeof one === 'string')) return value.join(', ')
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
      return typeof value === 'string' ? value : JSON.stringify(value)
    },
  }
}
