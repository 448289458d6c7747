import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { changesSince, previousSending, sentAnswers } from '../../../domain/responses/compare-sent.ts'
import type { QuizResult } from '../../../domain/responses/grade-quiz.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { SectionNav } from '../../ui/section-nav.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { FillingContext, useFilling, useFillingRevision } from './filling-context.tsx'
import { focusQuestion } from './focus-element.ts'
import { MoveHistory } from './move-history.tsx'
import { OtherConflicts } from './other-conflicts.tsx'
import { ResponseGate } from './response-gate.tsx'
import { ResponseWhereabouts } from './response-whereabouts.tsx'
import { ReviewActions } from './review-actions.tsx'
import { listBlocks } from './blocks/list-blocks.ts'
import { reviewPieces } from './review-pieces.ts'
import { RemovedRows, ReviewSection } from './review-section.tsx'
import { rowChanges } from './row-changes.ts'
import layout from './fill-page.module.css'
import styles from './review-page.module.css'
import { ResponseClosed } from './response-closed.tsx'
import { isQuiz, QuizCard } from './quiz-card.tsx'
import { ScoreCard } from './score-card.tsx'

/** `/review/:thing`: a response read by section, compared with the sending before, commented and decided on. */
export function Component() {
  const { thing = '' } = useParams()
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const back = { to: '/communes', label: t('review.back') }
  return (
    <ResponseGate
      thing={thing}
      closed={why => <ResponseClosed title={t('review.title')} back={back} why={why} />}
    >
      {open => {
        const { state } = open
        return (
          <FillingContext value={{ ...open, thing, mayFill: false, showsMissing: true }}>
            <PageHeader
              title={open.unitName}
              subtitle={text(open.filling.form.form.title)}
              back={back}
              state={
                <>
                  <StateMark state={state}>{t(`state.${state}`)}</StateMark>
                  <ResponseWhereabouts />
                </>
              }
            />
            <ReviewBody mayReview={open.mayReview} quizResult={open.quizResult} />
          </FillingContext>
        )
      }}
    </ResponseGate>
  )
}

const questionHash = '#question-'

/** A review of so many questions and headings is drawn whole. */
const mostDrawnAtOnce = 300

type Filter = 'changed' | 'commented'

interface BodyProps {
  readonly mayReview: boolean
  readonly quizResult: QuizResult | undefined
}

function ReviewBody({ mayReview, quizResult }: BodyProps) {
  const { filling } = useFilling()
  useFillingRevision()
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const [filter, setFilter] = useState<Filter | null>(null)
  const response = filling.response()
  const before = previousSending(response)
  const changes = before && changesSince(before, nowSent(filling))
  const commented = new Set(response.comments.map(comment => comment.question))
  const isShown = (question: string): boolean => {
    if (filter === 'changed') return changes?.has(question) ?? false
    if (filter === 'commented') return commented.has(question)
    return filling.session.question(question).relevant
  }
  const { session, form } = filling
  const rows = before && rowChanges(before, nowSent(filling))
  const sections = form.form.sections
    .map(section => {
      const blocks = listBlocks(section.items, session, () => true)
      return { section, pieces: reviewPieces(blocks, isShown) }
    })
    .filter(({ pieces }) => pieces.length > 0)
  const { hash } = useLocation()
  useEffect(() => {
    if (hash.startsWith(questionHash)) focusQuestion(decodeURIComponent(hash.slice(questionHash.length)))
  }, [hash])
  const isLong = sections.reduce((sum, { pieces }) => sum + pieces.length, 0) > mostDrawnAtOnce && hash === ''
  return (
    <>
      <OtherConflicts />
      {response.state === 'draft' && <Banner tone="info">{t('review.draftHint')}</Banner>}
      <div className={styles.top}>
        {isQuiz(filling, quizResult) ? (
          <QuizCard result={quizResult} />
        ) : (
          filling.form.form.scoring && <ScoreCard filling={filling} />
        )}
        <MoveHistory moves={response.moves} />
      </div>
      {changes && <p className={styles.soft}>{t('review.changed', { count: changes.size })}</p>}
      {rows && <RemovedRows rows={rows} />}
      {(changes || commented.size > 0) && (
        <FilterChips
          label={t('review.title')}
          value={filter ? [filter] : []}
          onChange={([chosen]) => setFilter((chosen as Filter | undefined) ?? null)}
          options={[
            ...(changes ? [{ value: 'changed', label: t('review.showChanged'), count: changes.size }] : []),
            { value: 'commented', label: t('review.showCommented'), count: commented.size },
          ]}
        />
      )}
      {sections.length === 0 && <EmptyState title={t('review.nothing')} />}
      <div className={layout.layout}>
        <div className={`${layout.sections} ${layout.side}`}>
          <SectionNav
            label={t('sections')}
            items={sections.map(({ section }) => {
              const { answered, total } = filling.session.section(section.id)
              return { key: section.id, title: text(section.title), done: answered, total }
            })}
            onSelect={id => document.getElementById(`section-${id}`)?.scrollIntoView()}
          />
        </div>
        <div className={styles.sections}>
          {sections.map(({ section, pieces }, at) => (
            <ReviewSection
              key={section.id}
              {...{ section, pieces, changes, rows, isLong }}
              isFirst={at === 0}
            />
          ))}
        </div>
      </div>
      {mayReview && <ReviewActions />}
    </>
  )
}

/** What would be sent now: the latest sending while it is under review, since it is locked. */
function nowSent(filling: ReturnType<typeof useFilling>['filling']): ReturnType<typeof sentAnswers> {
  return {
    ...sentAnswers(filling.response()),
    answers: filling.session.exportedAnswers(),
    files: filling.session.exportedFiles(),
  }
}
