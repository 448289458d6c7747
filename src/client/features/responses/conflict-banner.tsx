import { useTranslation } from 'react-i18next'
import type { Question } from '../../../domain/forms/form-version.ts'
import { settledField } from '../../../sync/protocol/conflict.ts'
import { useApp } from '../../context/app-context.tsx'
import type { ConflictView } from '../../context/list-conflicts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConflictSides } from './conflict-sides.tsx'
import { useFilling } from './filling-context.tsx'
import styles from './question-card.module.css'
import { saveFields } from './save-fields.ts'

interface Props {
  readonly conflict: ConflictView
  /** Undefined when the conflict is about no question. */
  readonly question?: Question
}

/** "Two people changed this": both values, and one tap to keep the one or take the other back (SY6). */
export function ConflictBanner({ question, conflict }: Props) {
  const app = useApp()
  const { thing, feed, mayFill, mayComment } = useFilling()
  const { t } = useTranslation('responses')
  const settle = { field: settledField(conflict.op), value: true }
  const save = (fields: Parameters<typeof saveFields>[2]) => void saveFields(app, { thing, feed }, fields)
  const isOnePerson = conflict.lost.author === conflict.kept?.author
  const restore = { field: conflict.field, value: conflict.lost.value }
  return (
    <Banner
      tone="warning"
      title={t(`conflict.title.${isOnePerson ? 'samePerson' : conflict.kind}`)}
      action={
        (mayFill || mayComment) && (
          <div className={styles.buttons}>
            <Button icon="check" onClick={() => save([settle])}>
              {t('conflict.keep')}
            </Button>
            {mayFill && (
              <Button icon="undo" onClick={() => save([restore, settle])}>
                {t('conflict.restore')}
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
