import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useApp } from '../../context/app-context.tsx'
import type { ResponseState } from '../../../domain/responses/response-state.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import type { QuizResult } from '../../../domain/responses/grade-quiz.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './fill-page.module.css'
import { useFilling, useFillingRevision } from './filling-context.tsx'
import { goToQuestion } from './go-to-question.ts'
import { listMissing } from './list-missing.ts'
import { isQuiz, QuizCard } from './quiz-card.tsx'
import { ScoreCard } from './score-card.tsx'
import { sendResponse, type SendProblem } from './send-response.ts'

interface Props {
  /** As what the person may do was decided by. */
  readonly state: ResponseState
  readonly quizResult: QuizResult | undefined
}

/** The last page: sending once nothing is missing, the score, and what is missing. */
export function FinishPanel({ state, quizResult }: Props) {
  const app = useApp()
  const { filling, thing, feed, mayFill } = useFilling()
  useFillingRevision()
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<SendProblem['type']>()
  const missing = listMissing(filling)

  async function send(): Promise<void> {
    setAsking(false)
    const sent = await sendResponse(app, filling, { thing, feed })
    setProblem(sent.ok ? undefined : sent.error.type)
    if (sent.ok) globalThis.scrollTo({ top: 0 })
  }

  return (
    <>
      {problem && (
        <Banner tone="danger" announce>
          {problem === 'notSaved' ? t('finish.notSaved') : t('save.failed')}
        </Banner>
      )}
      {mayFill && missing.length === 0 && (
        <Banner
          tone="success"
          title={t('finish.complete')}
          action={
            <Button look="primary" icon="send" onClick={() => setAsking(true)}>
              {state === 'returned' ? t('finish.sendAgain') : t('finish.send')}
            </Button>
          }
        />
      )}
      {isQuiz(filling, quizResult) ? (
        <QuizCard result={quizResult} />
      ) : (
        filling.form.form.scoring && <ScoreCard filling={filling} />
      )}
      {mayFill && missing.length > 0 && (
        <Card title={t('finish.missing', { count: missing.length })} flush>
          <RowList label={t('finish.missing', { count: missing.length })}>
            {missing.map(({ questionId, verdict, label }) => (
              <ListRow
                key={questionId}
                title={text(label)}
                state={
                  <StateMark state={verdict === 'missing' ? 'notStarted' : 'late'}>
                    {t(`finish.why.${verdict}`)}
                  </StateMark>
                }
                onSelect={() => goToQuestion(filling, thing, questionId, navigate)}
              />
            ))}
          </RowList>
        </Card>
      )}
      {!mayFill && state === 'draft' && <p className={styles.soft}>{t('finish.notYourRole')}</p>}
      <ConfirmDialog
        open={isAsking}
        title={t('finish.send')}
        confirm={state === 'returned' ? t('finish.sendAgain') : t('finish.send')}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      >
        {t('finish.sendAsk')}
      </ConfirmDialog>
    </>
  )
}
