import { useTranslation } from 'react-i18next'
import type { Question } from '../../../domain/forms/form-version.ts'
import { useApp } from '../../context/app-context.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useAnswerText } from './use-answer-text.ts'
import { useFilling } from './filling-context.tsx'
import styles from './question-card.module.css'
import type { ConflictView, QuestionView } from './question-view.ts'
import { saveFields } from './save-fields.ts'

interface Props {
  readonly question: Question
  readonly view: QuestionView
  readonly conflict: ConflictView
}

/** "Two people changed this": both values, and one tap to take the other one back (SY6). */
export function ConflictBanner({ question, view, conflict }: Props) {
  const app = useApp()
  const { thing, feed, mayFill } = useFilling()
  const { t } = useTranslation('responses')
  const nameOf = usePersonName()
  const format = useFormat()
  const answerText = useAnswerText()
  const isNote = conflict.field.startsWith('notes/')
  const shown = (value: unknown) => {
    if (isNote) return typeof value === 'string' && value !== '' ? value : t('conflict.empty')
    return answerText(question, value as never) || t('conflict.empty')
  }
  const settle = { field: `settled/${conflict.op}`, value: true }
  const save = (fields: Parameters<typeof saveFields>[2]) => void saveFields(app, { thing, feed }, fields)
  return (
    <Banner
      tone="warning"
      title={t('conflict.title')}
      action={
        mayFill && (
          <div className={styles.buttons}>
            <Button onClick={() => save([{ field: conflict.field, value: conflict.value }, settle])}>
              {t('conflict.restore')}
            </Button>
            <Button look="quiet" onClick={() => save([settle])}>
              {t('conflict.keep')}
            </Button>
          </div>
        )
      }
    >
      <p>
        {t('conflict.theirs', { name: nameOf(conflict.author), time: format.dateTime(conflict.at) })}:{' '}
        <span className={styles.conflictValue}>{shown(conflict.value)}</span>
      </p>
      <p>
        {t('conflict.kept')}:{' '}
        <span className={styles.conflictValue}>{shown(isNote ? view.note : view.state.value)}</span>
      </p>
    </Banner>
  )
}
