import { memo, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../../domain/forms/form-version.ts'
import { isTypedByPerson } from '../../../domain/forms/is-typed-by-person.ts'
import { longestText } from '../../../domain/responses/response.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useFilling } from './filling-context.tsx'
import { isBadAnswer } from './is-bad-answer.ts'
import { PhotoAnswer } from './photo-answer.tsx'
import styles from './question-card.module.css'
import { QuestionControl } from './question-control.tsx'
import { Remarks, Warnings } from './question-notices.tsx'
import { QuestionPicture } from './question-picture.tsx'
import type { QuestionView } from './question-view.ts'
import { useShownQuestion } from './use-shown-question.ts'
import { useProblemText } from './use-problem-text.ts'

/** One question of the form, with all that belongs to it. Hidden questions take no room. */
export const QuestionCard = memo(function QuestionCard({ questionKey }: { readonly questionKey: string }) {
  const { question, view } = useShownQuestion(questionKey)
  const { showsMissing, mayFill } = useFilling()
  const text = useLocalText()
  const { t } = useTranslation('responses')
  const problemText = useProblemText()
  const { state } = view
  if (!state.relevant) return null

  const isBad = isBadAnswer(view, showsMissing)
  const hint = (
    <>
      {question.hint && text(question.hint)}
      {question.image !== undefined && (
        <QuestionPicture image={question.image} alt={text(question.label) === '' ? question.id : ''} />
      )}
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
      <Remarks question={question} view={view} />
      <QuestionControl
        question={question}
        view={view}
        label={text(question.label)}
        hint={question.hint || question.evidenceToSee || question.image !== undefined ? hint : undefined}
        error={isBad ? problemText(question, view) : undefined}
      />
      <Warnings question={question} view={view} />
      <Foot question={question} view={view} mayFill={mayFill} />
    </section>
  )
})

/** Note and photos beside the answer, the clause, and where the answer is by now. */
function Foot({ question, view, mayFill }: { question: Question; view: QuestionView; mayFill: boolean }) {
  const { filling, isHandedOver = false } = useFilling()
  const { t } = useTranslation('responses')
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState<string>()
  // A question is seen before what can be added to it is drawn: two file choosers cost more than most answers' fields.
  const isDrawn = useDeferredValue(true, false)
  const isAnswered = question.type !== 'org_unit' && isTypedByPerson(question)
  const takesPhotos =
    isAnswered && question.type !== 'photo' && question.type !== 'signature' && question.type !== 'audio'
  const hasNote = isOpen || view.note !== ''
  const note = typed ?? view.note
  if (!isAnswered && !question.clause && !hasNote && view.whereabouts === 'none') return null
  if (isHandedOver && question.evidence === undefined) return null
  const more = isDrawn && !isHandedOver && mayFill && isAnswered && !hasNote && (
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
      {takesPhotos && (isDrawn || view.photos.length > 0) ? (
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
