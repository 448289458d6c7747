import { useTranslation } from 'react-i18next'
import { suggestAuditors } from '../../../domain/audits/suggest-auditors.ts'
import type { Audit } from '../../../domain/audits/audit.ts'
import { isOwnWork } from '../../../domain/people/own-work.ts'
import { useAudits } from '../../context/use-audit.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import type { ChoiceOption } from '../../ui/choice-list.tsx'
import { useSuggestionWords } from './use-suggestion-words.ts'

/**
 * People to choose from, the best first, each with the words for and against. Who works in one of the areas, or may not
 * audit there, can only be taken out.
 */
export function useAuditorOptions({
  unit,
  day,
  areas = [],
  chosen,
  except,
}: {
  readonly unit: string
  readonly day: string
  readonly areas?: readonly string[]
  readonly chosen: readonly string[]
  /** The audit that people are sought for. */
  readonly except?: string
}): readonly ChoiceOption[] {
  const directory = useDirectory()
  const audits = useAudits()
  const nameOf = usePersonName()
  const wordsOf = useSuggestionWords()
  const { t } = useTranslation('auditPlan')
  const others: readonly Audit[] = [...(audits ?? [])].flatMap(([thing, audit]) =>
    thing === except ? [] : [audit],
  )
  const suggestions = directory ? suggestAuditors({ directory, unit, day, audits: others }) : []
  const known = new Set(suggestions.map(({ person }) => person))
  return [
    ...chosen
      .filter(person => !known.has(person))
      .map(person => ({ value: person, label: nameOf(person), hint: t('team.noRoleAnyMore') })),
    ...suggestions.map(suggestion => {
      const { person, block, ownWork } = suggestion
      const isOwn = areas.some(area => isOwnWork(ownWork, area))
      return {
        value: person,
        label: nameOf(person),
        hint: block === undefined && isOwn ? t('timetable.ownWork') : wordsOf(suggestion),
        disabled: (block !== undefined || isOwn) && !chosen.includes(person),
      }
    }),
  ]
}
