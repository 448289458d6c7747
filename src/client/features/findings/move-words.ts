import { useTranslation } from 'react-i18next'
import type { FindingState, FindingTarget } from '../../../domain/audits/finding-state.ts'

/** Moves that lead back instead of on: said so, and never the main button. */
const backward = ['planned>accepted', 'done>planApproved'] as const

export const isBackward = (from: FindingState, to: FindingTarget): boolean =>
  (backward as readonly string[]).includes(`${from}>${to}`)

/** What the button of a move says. */
export function useMoveWords(): (from: FindingState, to: FindingTarget) => string {
  const { t } = useTranslation('findings')
  return (from, to) => {
    if (!isBackward(from, to)) return t(`move.${to}`)
    return to === 'accepted' || to === 'planApproved' ? t(`move.back.${to}`) : t(`move.${to}`)
  }
}
