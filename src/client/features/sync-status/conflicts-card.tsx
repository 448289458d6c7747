import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { auditType } from '../../../domain/audits/audit-fields.ts'
import { topicOf } from '../../../domain/audits/audit-topic.ts'
import { responseType } from '../../../domain/responses/response-fields.ts'
import { listConflicts, type ConflictView } from '../../context/list-conflicts.ts'
import { auditTypes, useAuditWords } from '../../context/use-audit-words.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useRowsOfTypes } from '../../context/use-rows-of-types.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useRowName } from './use-row-name.ts'
import { auditPageOf, useThingWords } from './use-thing-words.ts'

const types = [responseType, ...auditTypes]

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
  const { fieldName } = useAuditWords()
  const { kind, question, lost, field } = conflict
  const label = question === undefined ? '' : questionOf(named, question)
  const place = named.type !== auditType ? question : (auditPageOf(field) ?? topicOf(field))
  const what = fieldName(named.type, field) ?? t(`what.${kind}`, { question: label })
  const row = useRowName(named, field)
  return (
    <ListRow
      to={addressOf(named, place) ?? '/sync'}
      title={row === undefined ? what : `${what} (${row})`}
      meta={[titleOf(named), unitOf(named.feed), nameOf(lost.author), format.dateTime(lost.at)].join(' · ')}
      state={<StateMark state="conflict">{t('conflicts.state')}</StateMark>}
    />
  )
}

function useOpenConflicts(): readonly OpenConflict[] {
  const lost = useRowsOfTypes(types, 'conflicts/')
  const settled = useRowsOfTypes(types, 'settled/')
  return useMemo(() => {
    if (!lost || !settled) return []
    return [...Map.groupBy([...lost, ...settled], row => row.thing).values()].flatMap(rows => {
      const [named] = rows
      const stored = new Map(rows.map(row => [row.field, row]))
      return named ? listConflicts(stored).map(conflict => ({ named, conflict })) : []
    })
  }, [lost, settled])
}
