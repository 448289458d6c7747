import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import { quizKind } from '../../../domain/responses/quiz-result.ts'
import { isOpen } from '../../../domain/responses/response-state.ts'
import { firstForm } from '../../context/forms.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { FillBody, finishSection } from './fill-body.tsx'
import { FillingContext } from './filling-context.tsx'
import { isQuiz } from './quiz-card.tsx'
import { ResponseClosed } from './response-closed.tsx'
import { ResponseGate } from './response-gate.tsx'
import { ResponseWhereabouts } from './response-whereabouts.tsx'

/** `/responses/:thing/:section`: one response being filled, a section at a time. */
export function Component() {
  const { thing = '', section } = useParams()
  const [showsMissing, setShowsMissing] = useState(false)
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const back = { to: '/work', label: t('back') }
  return (
    <ResponseGate
      thing={thing}
      closed={why => <ResponseClosed title={t('pageTitle')} back={back} why={why} />}
    >
      {open => {
        const { form } = open.filling.form
        const { state, quizResult } = open
        // What a citizen answered is for nobody to look up one by one.
        if (form.anonymous) return <Navigate to="/work" replace />
        const isGraded = isQuiz(open.filling, quizResult) && !isOpen(state)
        const first = isGraded ? finishSection : (form.sections[0]?.id ?? '')
        return (
          <FillingContext value={{ ...open, thing, showsMissing }}>
            <PageHeader
              title={form.id === firstForm.id ? t('pageTitle') : text(form.title)}
              subtitle={[open.unitName, form.standard].filter(Boolean).join(' · ')}
              back={back}
              state={
                <>
                  <StateMark state={state}>
                    {form.kind === quizKind && state === 'sent' ? t('quizSent') : t(`state.${state}`)}
                  </StateMark>
                  <ResponseWhereabouts />
                </>
              }
            />
            <FillBody
              section={section ?? first}
              state={state}
              isMoveWaiting={open.isMoveWaiting}
              quizResult={quizResult}
              onFinish={() => setShowsMissing(true)}
            />
          </FillingContext>
        )
      }}
    </ResponseGate>
  )
}
