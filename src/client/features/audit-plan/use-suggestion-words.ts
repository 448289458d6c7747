import { useTranslation } from 'react-i18next'
import type { AuditorSuggestion } from '../../../domain/audits/suggest-auditors.ts'
import { useAreaName } from './use-area-name.ts'

/** What speaks for and against somebody in a team, in one line. */
export function useSuggestionWords(): (suggestion: AuditorSuggestion) => string {
  const { t } = useTranslation('auditPlan')
  const areaName = useAreaName()
  return ({ block, ownWork, isNeighbour, audits }) => {
    if (block === 'ownWork') return t('team.block.ownWork')
    if (block === 'noRole') return t('team.block.noRole')
    return [
      ...(isNeighbour ? [t('team.neighbour')] : []),
      ...(ownWork === 'all' || ownWork.length === 0
        ? []
        : [t('team.notFor', { areas: ownWork.map(areaName).join(', ') })]),
      t('team.load', { count: audits }),
    ].join(' · ')
  }
}
