import { useTranslation } from 'react-i18next'
import { ListRow } from '../ui/list-row.tsx'
import { Card } from '../ui/card.tsx'
import { RowList } from '../ui/row-list.tsx'

interface Props {
  /** Kinds of papers (`features/papers/paper-kinds.ts`), each of a thing. */
  readonly papers: readonly {
    readonly kind:
      | 'report'
      | 'plan'
      | 'team'
      | 'checklist'
      | 'opening'
      | 'closing'
      | 'programme'
      | 'car'
      | 'review'
      | 'declaration'
      | 'decision'
      | 'attendance'
      | 'certificates'
    readonly thing: string
  }[]
}

/** Where papers of a thing are looked at, printed and saved. */
export function PaperLinks({ papers }: Props) {
  const { t, ready } = useTranslation('papers')
  if (!ready || papers.length === 0) return null
  return (
    <Card title={t('links')} flush>
      <RowList label={t('links')}>
        {papers.map(({ kind, thing }) => (
          <ListRow
            key={kind}
            icon="document"
            title={t(`name.${kind}`)}
            to={`/papers/${kind}/${encodeURIComponent(thing)}`}
          />
        ))}
      </RowList>
    </Card>
  )
}
