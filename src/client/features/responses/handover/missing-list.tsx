import { useTranslation } from 'react-i18next'
import { useLocalText } from '../../../i18n/local-text.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Card } from '../../../ui/card.tsx'
import { ListRow } from '../../../ui/list-row.tsx'
import { RowList } from '../../../ui/row-list.tsx'
import { useFilling, useFillingRevision } from '../filling-context.tsx'
import { listMissing } from '../list-missing.ts'

/** What still needs an answer before it can be sent, in plain words. */
export function MissingList({ onSelect }: { readonly onSelect: (key: string) => void }) {
  const { filling } = useFilling()
  useFillingRevision()
  const { t } = useTranslation(['handover', 'responses'])
  const text = useLocalText()
  const missing = listMissing(filling)
  if (missing.length === 0) return <Banner tone="success">{t('missing.none')}</Banner>
  return (
    <>
      <p>{t('missing.hint', { count: missing.length })}</p>
      <Card flush>
        <RowList label={t('missing.title')}>
          {missing.map(({ questionId, verdict, label }) => (
            <ListRow
              key={questionId}
              title={text(label)}
              meta={t(`responses:finish.why.${verdict}`)}
              onSelect={() => onSelect(questionId)}
            />
          ))}
        </RowList>
      </Card>
    </>
  )
}
