import { useTranslation } from 'react-i18next'
import { useFindings, useIsMine } from '../../context/use-findings.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'

/** How many findings of audits wait for this person, and the way to them; nothing when none does. */
export function FindingsWaiting() {
  const findings = useFindings()
  const isMine = useIsMine()
  const { t } = useTranslation('work')
  const mine = findings?.filter(isMine) ?? []
  if (mine.length === 0) return null
  const late = mine.filter(({ daysLate }) => daysLate > 0).length
  return (
    <Card flush>
      <RowList label={t('findings.title')}>
        <ListRow
          to="/findings"
          icon="warning"
          title={t('findings.waiting', { count: mine.length })}
          meta={late > 0 ? t('findings.late', { count: late }) : undefined}
        />
      </RowList>
    </Card>
  )
}
