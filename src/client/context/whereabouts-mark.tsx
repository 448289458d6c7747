import { useTranslation } from 'react-i18next'
import type { Whereabouts } from '../../sync/replica/whereabouts.ts'
import { StateMark } from '../ui/state-mark.tsx'

interface Props {
  readonly where: Whereabouts
  /** Whether the tablet has ever heard of a backup: before that, "received" says that there is none. */
  readonly hasBackup: boolean
  readonly look?: 'chip' | 'plain'
}

/** One of the three honest states: on this tablet, received by the server, in the backup. */
export function WhereaboutsMark({ where, hasBackup, look }: Props) {
  const { t } = useTranslation('ui')
  const isBare = where === 'atServer' && !hasBackup
  return (
    <span data-whereabouts={where}>
      <StateMark state={where} look={look}>
        {isBare ? t('state.atServerOnly') : t(`state.${where}`)}
      </StateMark>
    </span>
  )
}
