import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { responseType } from '../../../domain/responses/response-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { listConflicts, type ConflictView } from '../../context/list-conflicts.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useThingWords } from './use-thing-words.ts'

interface OpenConflict {
  readonly named: { readonly thing: string; readonly feed: string; readonly type: string }
  readonly conflict: ConflictView
}

/** Where two people changed the same, in all that this person may see; each opens at its question (SY6). */
export function ConflictsCard() {
  const { t } = useTranslation('sync')
  const conflicts = useOpenConflicts()
  if (conflicts.length === 0) return null
  return (
    <Card title={t('conflicts.title')} subtitle={t('conflicts.hint')} flush>
      <RowList label={t('conflicts.title')}>
        {conflicts.map(one => (
          <ConflictRow key={one.conflict.op} {...one} />
        ))}
      </RowList>
    </Card>
  )
}

function ConflictRow({ named, conflict }: OpenConflict) {
  const { t } = useTranslation('sync')
  const { titleOf, unitOf, addressOf, questionOf } = useThingWords()
  const nameOf = usePersonName()
  const format = useFormat()
  const { kind, question, lost } = conflict
  const label = question === undefined ? '' : questionOf(named, question)
  return (
    <ListRow
      to={addressOf(named, question) ?? '/sync'}
      title={t(`what.${kind}`, { question: label })}
      meta={[titleOf(named), unitOf(named.feed), nameOf(lost.author), format.dateTime(lost.at)].join(' · ')}
      state={<StateMark state="conflict">{t('conflicts.state')}</StateMark>}
    />
  )
}

function useOpenConflicts(): readonly OpenConflict[] {
  const app = useApp()
  const { id } = app.person
  const lost = useWatched(() => app.watchFields(responseType, 'conflicts/'), `${id} conflicts`)
  const settled = useWatched(() => app.watchFields(responseType, 'settled/'), `${id} settled`)
  return useMemo(() => {
    if (!lost || !settled) return []
    return [...Map.groupBy([...lost, ...settled], row => row.thing).values()].flatMap(rows => {
      const [named] = rows
      const stored = new Map(rows.map(row => [row.field, row]))
      return named ? listConflicts(stored).map(conflict => ({ named, conflict })) : []
    })
  }, [lost, settled])
}
