import { useTranslation } from 'react-i18next'
import type { Question } from '../../../domain/forms/form-version.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { CommentList } from './comment-list.tsx'
import { ConflictBanner } from './conflict-banner.tsx'
import { useFilling } from './filling-context.tsx'
import styles from './question-card.module.css'
import type { QuestionView } from './question-view.ts'
import { saveProblemKey } from '../../context/save-problem-key.ts'

interface Props {
  readonly question: Question
  readonly view: QuestionView
}

/** What others said about an answer. */
export function Remarks({ question, view }: Props) {
  const { t } = useTranslation('responses')
  return (
    <>
      {view.isReturned && (
        <div className={styles.marks}>
          <StateMark state="returned">{t('returned')}</StateMark>
        </div>
      )}
      <CommentList comments={view.comments} />
      {view.conflicts.map(conflict => (
        <ConflictBanner key={conflict.op} question={question} conflict={conflict} />
      ))}
    </>
  )
}

/** What the form or the tablet has against an answer. */
export function Warnings({ question, view }: Props) {
  return (
    <>
      {view.state.verdict === 'unconfirmed' && <SoftWarning question={question} view={view} />}
      <SaveProblemBanner view={view} />
    </>
  )
}

/** All that stands with an answer whose control is elsewhere. */
export function QuestionNotices(props: Props) {
  return (
    <>
      <Remarks {...props} />
      <Warnings {...props} />
    </>
  )
}

function SoftWarning({ question, view }: Props) {
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
      {problem?.message && text(filling.session.text(problem.message, question.id))}
    </Banner>
  )
}

function SaveProblemBanner({ view }: { view: QuestionView }) {
  const { filling } = useFilling()
  const { t } = useTranslation('responses')
  if (view.saving.type !== 'failed') return null
  return (
    <Banner
      tone="danger"
      announce
      action={<Button onClick={() => filling.retry()}>{t('save.again')}</Button>}
    >
      {t(saveProblemKey(view.saving.problem.type))}
    </Banner>
  )
}
