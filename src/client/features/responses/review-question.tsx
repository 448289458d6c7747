import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerChange } from '../../../domain/responses/compare-sent.ts'
import { isAnsweredByFiles } from '../../../domain/forms/is-answered-by-files.ts'
import type { Question } from '../../../domain/forms/form-version.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import { longestText } from '../../../domain/responses/response.ts'
import { useApp } from '../../context/app-context.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { CommentList } from './comment-list.tsx'
import { ConflictBanner } from './conflict-banner.tsx'
import { useFilling } from './filling-context.tsx'
import { KeptAttachment } from './kept-attachment.tsx'
import { PhotoAnswer } from './photo-answer.tsx'
import styles from './review-page.module.css'
import { saveFields } from './save-fields.ts'
import { SignatureAnswer } from './signature-answer.tsx'
import { useShownQuestion } from './use-shown-question.ts'
import { useAnswerText } from '../../context/use-answer-text.ts'

interface Props {
  readonly questionKey: string
  /** What differs from the sending before. */
  readonly change: AnswerChange | undefined
}

export function ReviewQuestion({ questionKey, change }: Props) {
  const { question, view } = useShownQuestion(questionKey)
  const { mayComment } = useFilling()
  const text = useLocalText()
  const answerText = useAnswerText()
  const { t } = useTranslation('responses')
  const hasFiles = isAnsweredByFiles(question)
  const answer = answerText(question, view.state.value)
  const [isWriting, setWriting] = useState(false)
  return (
    <li className={styles.question} id={`question-${question.id}`}>
      <div className={styles.row}>
        <span dir="auto" className={styles.label}>
          {text(question.label)}
        </span>
        <div className={styles.cell}>
          {change && (
            <div>
              <StateMark state="inProgress">{t('review.changedMark')}</StateMark>
            </div>
          )}
          {!view.state.relevant && <span className={styles.none}>{t('review.hidden')}</span>}
          {view.state.relevant && !hasFiles && question.type !== 'note' && (
            <span dir="auto" className={answer ? styles.answer : styles.none}>
              {answer || t('review.noAnswer')}
            </span>
          )}
          {hasFiles && view.photos.length + view.attachments.length === 0 && (
            <span className={styles.none}>{t('review.noAnswer')}</span>
          )}
          {view.note !== '' && (
            <p dir="auto" className={styles.note}>
              {view.note}
            </p>
          )}
          {view.attachments.map(file => (
            <KeptAttachment key={file.sha256} file={file} />
          ))}
          {question.type === 'signature' ? (
            view.photos.length > 0 && <SignatureAnswer question={question} view={view} />
          ) : (
            <PhotoAnswer question={question} view={view} isExtra />
          )}
          {change && <Change question={question} change={change} />}
        </div>
        {mayComment && (
          <IconButton icon="comment" label={t('comment.add')} onClick={() => setWriting(true)} />
        )}
      </div>
      {view.conflicts.map(conflict => (
        <ConflictBanner key={conflict.op} question={question} conflict={conflict} />
      ))}
      <CommentList comments={view.comments} />
      {isWriting && <CommentForm question={question.id} onDone={() => setWriting(false)} />}
    </li>
  )
}

function Change({ question, change }: { question: Question; change: AnswerChange }) {
  const answerText = useAnswerText()
  const { t } = useTranslation('responses')
  const { before, now, noteBefore, noteNow, filesAdded, filesRemoved } = change
  const words = (value: typeof before) => answerText(question, value) || t('review.noAnswer')
  return (
    <div className={styles.changes}>
      {JSON.stringify(before) !== JSON.stringify(now) && (
        <span className={styles.before}>
          {t('review.before')}: <del>{words(before)}</del>
        </span>
      )}
      {noteBefore !== noteNow && noteBefore && (
        <span className={styles.before}>
          {t('note.label')}: <del>{noteBefore}</del>
        </span>
      )}
      {noteBefore === undefined && noteNow && <span>{t('review.noteAdded')}</span>}
      {filesAdded.length > 0 && <span>{t('review.photosAdded', { count: filesAdded.length })}</span>}
      {filesRemoved.length > 0 && <span>{t('review.photosRemoved', { count: filesRemoved.length })}</span>}
    </div>
  )
}

function CommentForm({ question, onDone }: { question: string; onDone: () => void }) {
  const app = useApp()
  const { thing, feed } = useFilling()
  const { t } = useTranslation('responses')
  const [text, setText] = useState('')
  const [hasFailed, setFailed] = useState(false)
  const isTooLong = text.length > longestText
  async function save(words: string): Promise<void> {
    if (words.trim() === '' || isTooLong) return
    const field = responseFields.comment(question, app.newId())
    const saved = await saveFields(app, { thing, feed }, [{ field, value: { text: words.trim() } }])
    setFailed(!saved.ok)
    if (saved.ok) onDone()
  }
  return (
    <div className={styles.form}>
      <TextArea
        label={t('comment.title')}
        placeholder={t('comment.placeholder')}
        autoFocus
        value={text}
        onChange={setText}
        error={hasFailed ? t('save.failed') : isTooLong ? t('note.tooLong') : undefined}
      />
      <div className={styles.buttons}>
        <Button look="primary" onClick={() => void save(text)}>
          {t('comment.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('comment.cancel')}
        </Button>
      </div>
    </div>
  )
}
