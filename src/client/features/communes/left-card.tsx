import { useTranslation } from 'react-i18next'
import type { LeftSurvey } from '../../../domain/reports/list-left-surveys.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StateMark } from '../../ui/state-mark.tsx'

/** What communes sent before they moved to another programme, until it is reviewed; nothing where there is none. */
export function LeftCard({ surveys }: { readonly surveys: readonly LeftSurvey[] }) {
  const { t } = useTranslation(['communes', 'responses'])
  const text = useLocalText()
  const format = useFormat()
  if (surveys.length === 0) return null
  return (
    <Card title={t('left.title', { count: surveys.length })} subtitle={t('left.hint')} flush>
      <RowList label={t('left.title', { count: surveys.length })}>
        {surveys.map(({ unit, programme, response, sentAt }) => (
          <ListRow
            key={response}
            to={`/review/${encodeURIComponent(response)}`}
            title={unit.fullName}
            meta={t('left.sent', { programme: text(programme.name), time: format.dateTime(sentAt) })}
            state={<StateMark state="sent">{t('responses:state.sent')}</StateMark>}
          />
        ))}
      </RowList>
    </Card>
  )
}
