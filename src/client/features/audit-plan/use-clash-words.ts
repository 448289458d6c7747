import { useTranslation } from 'react-i18next'
import { parseAuditThing } from '../../../domain/audits/audit-number.ts'
import type { Clash } from '../../../domain/audits/find-clashes.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useAreaName } from './use-area-name.ts'
import { useAuditWords } from './use-audit-words.ts'

/** A clash as one sentence: who or what, when, and with what. */
export function useClashWords(): (clash: Clash) => string {
  const { t } = useTranslation('auditPlan')
  const directory = useDirectory()
  const nameOf = usePersonName()
  const areaName = useAreaName()
  const format = useFormat()
  const words = useAuditWords()
  const auditName = (thing: string) => {
    const name = parseAuditThing(thing)
    if (!name) return thing
    return `${directory?.tree.get(name.unit)?.fullName ?? ''} (${words.number(name)})`
  }
  const timeOf = ({ day, start, end }: { day: string; start: string; end: string }) =>
    `${format.date(day)} ${start} – ${end}`
  return clash => {
    switch (clash.kind) {
      case 'area':
        return t('clash.area', { area: areaName(clash.area), time: timeOf(clash.row) })
      case 'team':
        return t('clash.team', {
          name: nameOf(clash.person),
          days: words.days(clash),
          audit: auditName(clash.audit),
        })
      case 'person': {
        const given = {
          name: nameOf(clash.person),
          time: timeOf(clash.row),
          area: areaName(clash.row.area),
          other: areaName(clash.other.area),
        }
        return clash.audit === undefined
          ? t('clash.person', given)
          : t('clash.personElsewhere', { ...given, audit: auditName(clash.audit) })
      }
    }
  }
}
