import { useTranslation } from 'react-i18next'
import { parseAuditField } from '../../../domain/audits/audit-fields.ts'
import { isStandard } from '../../../domain/audits/clause.ts'
import { readTimetableRow } from '../../../domain/audits/timetable-row.ts'
import { readFormName } from '../../../domain/responses/response.ts'
import { isDay } from '../../../lib/calendar-day.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useAreaName } from './use-area-name.ts'
import { useChecklists } from './use-checklists.ts'

/** Fields of a plan and their values, in the words of its page. */
export function usePlanFieldWords(): {
  fieldName: (field: string) => string
  /** '' for none. */
  valueText: (field: string, value: JsonValue) => string
} {
  const { t } = useTranslation(['auditPlan', 'audits'])
  const format = useFormat()
  const text = useLocalText()
  const areaName = useAreaName()
  const nameOf = usePersonName()
  const checklists = useChecklists()

  const dayTime = (value: string): string => {
    const [day = '', time = ''] = value.split('T')
    return isDay(day) ? `${format.date(day)} ${time}`.trim() : value
  }
  return {
    fieldName(field) {
      const parsed = parseAuditField(field)
      if (!parsed) return t('title')
      const { kind } = parsed
      if (kind === 'standard' || kind === 'checklist') return t(`frame.${kind}`)
      if (kind === 'from' || kind === 'to' || kind === 'opening' || kind === 'closing')
        return t(`dates.${kind}`)
      if (kind === 'team') return `${t('team.title')}: ${nameOf(parsed.person)}`
      if (kind === 'timetable') return t('timetable.title')
      if (kind !== 'text') return t('title')
      const { name } = parsed
      if (name === 'place') return t('dates.place')
      return name === 'purpose' || name === 'scope' || name === 'criteria' ? t(`frame.${name}`) : t('title')
    },
    valueText(field, value) {
      if (value === null) return ''
      const parsed = parseAuditField(field)
      if (parsed?.kind === 'standard' && isStandard(value)) return t(`audits:standard.${value}`)
      if (parsed?.kind === 'checklist') {
        const name = readFormName(value)
        const title = checklists?.find(name)?.title
        return name
          ? t('frame.checklistName', { title: title ? text(title) : name.id, version: name.version })
          : ''
      }
      if (parsed?.kind === 'team') return t(isLead(value) ? 'team.lead' : 'team.member')
      if (parsed?.kind === 'timetable') {
        const row = readTimetableRow(parsed.id, value)
        if (!row) return ''
        const { area, day, start, end, auditor, host, clauses, note } = row
        const when = `${format.date(day)} ${start} – ${end}`
        return [areaName(area), when, nameOf(auditor), host, clauses.join(', '), note]
          .filter(part => part !== '')
          .join('\n')
      }
      return typeof value === 'string' ? dayTime(value) : JSON.stringify(value)
    },
  }
}

const isLead = (value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && 'isLead' in value && value.isLead === true
