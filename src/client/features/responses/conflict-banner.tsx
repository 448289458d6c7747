import { useTranslation } from 'react-i18next'
import type { Question } from '../../../domain/forms/form-version.ts'
import { findRow } from '../../../domain/responses/find-row.ts'
import { settledField } from '../../../sync/protocol/conflict.ts'
import { useApp } from '../../context/app-context.tsx'
import type { ConflictView } from '../../context/list-conflicts.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConflictSides } from './conflict-sides.tsx'
import { useFilling } from './filling-context.tsx'
import styles from './question-card.module.css'
import { saveFields } from './save-fields.ts'

interface Props {
  readonly conflict: ConflictView
  /** Undefined when the conflict is about no question. */
  readonly question?: Question | undefined
  /** It stands away from its question, whose name it has to say. */
  readonly named?: boolean
}

/** "Two people changed this": both values, and one tap to keep the one or take the other back (SY6). */
export function ConflictBanner({ question, conflict, named = false }: Props) {
  const app = useApp()
  const { thing, feed, mayFill, mayComment, filling } = useFilling()
  const { t } = useTranslation('responses')
  const settle = { field: settledField(conflict.op), value: true }
  const save = (fields: Parameters<typeof saveFields>[2]) => void saveFields(app, { thing, feed }, fields)
  const text = useLocalText()
  const row = findRow(filling.form, filling.response(), conflict.field)
  const rowLabel = row?.label ? text(row.label) : t('rows.unnamed')
  const rowTitle = row && t('rows.title', { label: rowLabel, number: row.number ?? '' }).trim()
  const label = named && question && conflict.question !== undefined && text(question.label)
  const isOnePerson = conflict.lost.author === conflict.kept?.author
  const restore = { field: conflict.field, value: conflict.lost.value }
  const isRemoved = conflict.kind === 'row' && conflict.kept?.value === null
  const title = isRemoved
    ? t(isOnePerson ? 'conflict.title.rowRemovedSamePerson' : 'conflict.title.rowRemoved')
    : t(`conflict.title.${isOnePerson ? 'samePerson' : conflict.kind}`)
  return (
    <Banner
      tone="warning"
      title={[title, label, rowTitle].filter(Boolean).join(': ')}
      action={
        (mayFill || mayComment) && (
          <div className={styles.buttons}>
            <Button icon="check" onClick={() => save([settle])}>
              {t(isRemoved ? 'conflict.keepRemoved' : 'conflict.keep')}
            </Button>
            {mayFill && (
              <Button icon="undo" onClick={() => save([restore, settle])}>
                {t(isRemoved ? 'conflict.bringBack' : 'conflict.restore')}
              </Button>
            )}
          </div>
        )
      }
    >
      <ConflictSides question={question} conflict={conflict} />
    </Banner>
  )
}
