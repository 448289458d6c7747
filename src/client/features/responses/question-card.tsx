import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../../domain/forms/form-version.ts'
import { longestText } from '../../../domain/responses/response.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { CommentList } from './comment-list.tsx'
import { ConflictBanner } from './conflict-banner.tsx'
import { useFilling, useQuestion } from './filling-context.tsx'
import { PhotoAnswer } from './photo-answer.tsx'
import styles from './question-card.module.css'
import { QuestionControl } from './question-control.tsx'
import type { QuestionView } from './question-view.ts'
import { useProblemText } from './use-problem-text.ts'

/** One question of the form, with all that belongs to it. Hidden questions take no room. */
export const QuestionCard = memo(function QuestionCard({ question }: { readonly question: Question }) {
  const view = useQuestion(question.id)
  const { showsMissing, mayFill } = useFilling()
  const text = useLocalText()
  const { t } = useTranslation('responses')
  const problemText = useProblemText()
  const { state } = view
  if (!state.relevant) return null

  const isAsked = showsMissing || view.isReturned
  const isBad = view.isTooLong || state.verdict === 'invalid' || (state.verdict === 'missing' && isAsked)
  const hint = (
    <>
      {question.hint && text(question.hint)}
      {question.evidenceToSee && (
        <span className={styles.toSee}>
          {t('evidenceToSee')}: {text(question.evidenceToSee)}
        </span>
      )}
    </>
  )
  return (
    <section
      id={`question-${question.id}`}
      tabIndex={-1}
      className={classNames(styles.card, view.isReturned && styles.returned, isBad && styles.problem)}
    >
      {view.isReturned && (
        <div className={styles.marks}>
          <StateMark state="returned">{t('returned')}</StateMark>
        </div>
      )}
      <CommentList comments={view.comments} />
      {view.conflicts.map(conflict => (
        <ConflictBanner key={conflict.op} question={question} view={view} conflict={conflict} />
      ))}
      <QuestionControl
        question={question}
        view={view}
        label={text(question.label)}
        hint={question.hint || question.evidenceToSee ? hint : undefined}
        error={isBad ? problemText(question, view) : undefined}
      />
      {state.verdict === 'unconfirmed' && <SoftWarning question={question} view={view} />}
      <SaveProblemBanner view={view} />
      <Foot question={question} view={view} mayFill={mayFill} />
    </section>
  )
})

function SoftWarning({ question, view }: { question: Question; view: QuestionView }) {
  const { filling, mayFill } = useFilling()
  const text = useLocalText()
  const { t } = useTranslation('responses')
  const { problem, value } = view.state
  return (
    <Banner
      tone="warning"
      title={t('confirm.ask')}
      action={
        mayFill &&
        value !== null && (
          <Button onClick={() => filling.confirm(question.id, value)}>{t('confirm.yes')}</Button>
        )
      }
    >
      {problem?.message && text(problem.message)}
    </Banner>
  )
}

/** Note and photos beside the answer, the clause, and where the answer is by now. */
function Foot({ question, view, mayFill }: { question: Question; view: QuestionView; mayFill: boolean }) {
  const { filling } = useFilling()
  const { t } = useTranslation('responses')
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState<string>()
  const isAnswered = question.type !== 'calculate' && question.type !== 'org_unit' && question.type !== 'note'
  const takesPhotos = isAnswered && question.type !== 'photo' && question.type !== 'signature'
  const hasNote = isOpen || view.note !== ''
  const note = typed ?? view.note
  const more = mayFill && isAnswered && !hasNote && (
    <IconButton icon="pencil" label={t('note.add')} onClick={() => setOpen(true)} />
  )
  const end = (
    <span className={styles.end}>
      {question.clause && (
        <span className={styles.clause}>{t('clause', { clauses: question.clause.join(', ') })}</span>
      )}
      <Whereabouts view={view} />
    </span>
  )
  return (
    <div className={styles.extra}>
      {hasNote && (
        <TextArea
          label={t('note.label')}
          rows={2}
          value={note}
          disabled={!mayFill}
          autoFocus={isOpen && view.note === ''}
          error={note.length > longestText ? t('note.tooLong') : undefined}
          onChange={next => {
            setTyped(next)
            filling.note(question.id, next, 'whenPaused')
          }}
          onBlur={() => {
            // Too long to be saved, it stays on the screen with its message, to be shortened.
            if (note.length <= longestText) void filling.flush().then(() => setTyped(undefined))
          }}
        />
      )}
      {takesPhotos ? (
        <PhotoAnswer question={question} view={view} isExtra more={more} end={end} />
      ) : (
        <div className={styles.foot}>
          {more}
          {end}
        </div>
      )}
    </div>
  )
}

function Whereabouts({ view }: { view: QuestionView }) {
  const { t } = useTranslation('responses')
  if (view.whereabouts === 'none') return null
  const mark = { saving: 'sending', failed: 'failed', onTablet: 'onTablet', atServer: 'atServer' } as const
  return (
    <output className={styles.where} data-where={view.whereabouts}>
      <StateMark state={mark[view.whereabouts]} look="plain">
        {t(`where.${view.whereabouts}`)}
      </StateMark>
    </output>
  )
}

function SaveProblemBanner({ view }: { view: QuestionView }) {
  const { filling } = useFilling()
  const { t } = useTranslation('responses')
  if (view.saving.type !== 'failed') return null
  const { type } = view.saving.problem
  const known =
    type === 'quotaExceeded' || type === 'valueTooLarge' || type === 'databaseGone' ? type : 'failed'
  return (
    <Banner
      tone="danger"
      announce
      action={<Button onClick={() => filling.retry()}>{t('save.again')}</Button>}
    >
      {t(`save.${known}`)}
    </Banner>
  )
}
