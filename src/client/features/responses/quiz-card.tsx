import { useTranslation } from 'react-i18next'
import type { QuizResult } from '../../../domain/responses/grade-quiz.ts'
import { quizKind } from '../../../domain/responses/quiz-result.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useFilling } from './filling-context.tsx'
import type { Filling } from './filling.ts'
import styles from './quiz-card.module.css'
import { useAnswerText } from '../../context/use-answer-text.ts'

/** A form that the server grades: it says so itself, or a result has come. */
export const isQuiz = ({ form }: Filling, result: QuizResult | undefined): boolean =>
  result !== undefined || form.form.kind === quizKind

/** How a quiz went: the score, and at each question what was right and why. */
export function QuizCard({ result }: { readonly result: QuizResult | undefined }) {
  const { filling } = useFilling()
  const { t, ready } = useTranslation('quiz')
  const format = useFormat()
  if (!ready) return null
  if (!result) {
    const { state } = filling.response()
    return state === 'draft' || state === 'returned' ? null : <Banner tone="info">{t('waiting')}</Banner>
  }
  const { total, passMark, isPassed, questions } = result
  const asked = filling.session.keys().filter(key => key in questions)
  const right = asked.filter(key => questions[key]?.isRight).length
  const percent = (value: number) => `${format.number(value, { mostDecimals: 1 })}%`
  return (
    <Card
      title={t('title')}
      subtitle={t('passMark', { mark: percent(passMark), right, count: asked.length })}
    >
      <div className={styles.result}>
        <p className={styles.total}>
          <span className={styles.big}>{percent(total)}</span>
          <StateMark state={isPassed ? 'done' : 'failed'}>{t(isPassed ? 'passed' : 'notPassed')}</StateMark>
        </p>
        <ol className={styles.questions}>
          {asked.map(key => (
            <GradedQuestion key={key} questionKey={key} result={questions[key]} />
          ))}
        </ol>
      </div>
    </Card>
  )
}

function GradedQuestion({
  questionKey,
  result,
}: {
  readonly questionKey: string
  readonly result: QuizResult['questions'][string] | undefined
}) {
  const { filling } = useFilling()
  const { t } = useTranslation('quiz')
  const text = useLocalText()
  const answerText = useAnswerText()
  const question = filling.form.questions.get(questionKey)?.question
  if (!question || !result) return null
  const { value } = filling.session.question(questionKey)
  const { isRight, right, why } = result
  const isSeveral = question.type === 'select_multiple'
  return (
    <li className={styles.question}>
      <h3 className={styles.label}>{text(question.label)}</h3>
      <div>
        <StateMark state={isRight ? 'done' : 'failed'} look="plain">
          {t(isRight ? 'right' : 'wrong')}
        </StateMark>
      </div>
      {!isRight && value !== null && (
        <p>
          <span className={styles.soft}>{t('yours')}</span> {answerText(question, value)}
        </p>
      )}
      <p>
        <span className={styles.soft}>{t('rightAnswer')}</span>{' '}
        <strong>{answerText(question, isSeveral ? right : (right[0] ?? ''))}</strong>
      </p>
      {why && <p className={styles.soft}>{text(why)}</p>}
    </li>
  )
}
