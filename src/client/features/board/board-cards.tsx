import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../domain/reports/board/board-row.ts'
import { getStep } from '../../../domain/qms/steps.ts'
import type { Contacts } from '../../context/app.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { LongList } from '../../ui/long-list.tsx'
import styles from './board.module.css'
import { CommuneMark } from './commune-mark.tsx'
import { useRoadOf } from './use-road-of.ts'
import { StepStrip } from './step-strip.tsx'
import { useContactWords } from './use-contact-words.ts'

interface Props {
  readonly rows: readonly BoardRow[]
  readonly hasDistricts: boolean
  readonly contacts: Contacts | undefined
}

/** The board where it is narrow: a card for each commune instead of a row of sixteen cells. */
export function BoardCards({ rows, hasDistricts, contacts }: Props) {
  const { t } = useTranslation('board')
  const text = useLocalText()
  const contactOf = useContactWords(contacts)
  const roadOf = useRoadOf()
  const row = (one: BoardRow) => {
    const next = one.next && getStep(one.next.id)
    return (
      <ListRow
        key={one.unit.id}
        to={roadOf(one.unit.id)}
        title={one.unit.fullName}
        meta={
          <span className={styles.meta}>
            {hasDistricts && <span>{one.district?.fullName}</span>}
            {one.standing && <StepStrip row={one} />}
            {next && <span>{t('next', { step: text(next.title) })}</span>}
            {one.state === 'stuck' && <span>{t('silentFor', { count: one.daysSilent })}</span>}
            {contacts && (
              <span>
                {one.unit.id in contacts.byUnit
                  ? t('contact.at', { time: contactOf(one.unit.id) })
                  : t('contact.neverAt')}
              </span>
            )}
            <CommuneMark row={one} />
          </span>
        }
      />
    )
  }
  return (
    <Card flush>
      <LongList label={t('title')} items={rows} itemKey={({ unit }) => unit.id} rowHeight={190} row={row} />
    </Card>
  )
}
