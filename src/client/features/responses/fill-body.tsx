import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { splitKey } from '../../../domain/forms/row.ts'
import type { QuizResult } from '../../../domain/responses/grade-quiz.ts'
import type { ResponseState } from '../../../domain/responses/response-state.ts'
import { uncorrectedQuestions } from '../../../domain/responses/returned-questions.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { SectionNav } from '../../ui/section-nav.tsx'
import { Select } from '../../ui/select.tsx'
import { FindQuestion } from './find-question.tsx'
import { FinishPanel } from './finish-panel.tsx'
import styles from './fill-page.module.css'
import { useFilling, useFillingRevision } from './filling-context.tsx'
import { goToQuestion } from './go-to-question.ts'
import { SectionBlocks } from './blocks/section-blocks.tsx'
import type { Aim } from './blocks/use-section.ts'
import { OtherConflicts } from './other-conflicts.tsx'
import { StateBanner } from './state-banner.tsx'

/** The last page, after all sections. */
export const finishSection = 'finish'

interface Props {
  readonly section: string
  readonly state: ResponseState
  readonly isMoveWaiting: boolean
  readonly quizResult: QuizResult | undefined
  readonly onFinish: () => void
}

export function FillBody({ section: sectionId, state, isMoveWaiting, quizResult, onFinish }: Props) {
  const { filling, thing, mayFill } = useFilling()
  useFillingRevision()
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const navigate = useNavigate()
  const { session, form } = filling
  const shownSections = () => form.form.sections.filter(section => session.section(section.id).relevant)
  const sections = shownSections()
  const at = sections.findIndex(section => section.id === sectionId)
  const section = sections[at]
  const isFinish = sectionId === finishSection
  const [jumpedTo, setJumpedTo] = useState<string>()
  const progress = session.progress()
  const keys = session.keys()
  const sectionOf = (key: string): string => form.questions.get(splitKey(key).id)?.sectionId ?? ''
  // oxlint-disable-next-line react/exhaustive-deps -- a form's sections never change
  const lastKeys = useMemo(() => new Map(keys.map(key => [sectionOf(key), key])), [keys])
  const { hash, key: visit } = useLocation()
  // A jump to the same question again goes there again.
  // oxlint-disable-next-line react/exhaustive-deps
  const aim = useMemo<Aim>(() => ({ element: decodeURIComponent(hash.slice(1)) }), [hash, visit])

  // Asked at the tap: the answer before it may have opened or closed a section.
  const neighbour = (step: -1 | 1): string => {
    const now = shownSections()
    const here = isFinish ? now.length : now.findIndex(one => one.id === sectionId)
    return now[here + step]?.id ?? finishSection
  }
  const go = (to: string): void => {
    void filling.flush()
    if (to === finishSection) onFinish()
    void navigate(`/responses/${encodeURIComponent(thing)}/${to}`)
  }
  const heading = useRef<HTMLDivElement>(null)
  const shown = useRef(sectionId)
  useEffect(() => {
    if (shown.current === sectionId) return
    shown.current = sectionId
    if (document.location.hash) return
    globalThis.scrollTo({ top: 0 })
    heading.current?.focus({ preventScroll: true })
  }, [sectionId])

  const returned = new Set([...filling.returned()].map(sectionOf))
  const items = sections.map(({ id, title }) => {
    const state = session.section(id)
    return {
      key: id,
      title: text(title),
      done: state.answered,
      total: state.total,
      hasProblem: state.invalid + state.unconfirmed > 0 || returned.has(id),
    }
  })
  const finishItem = {
    key: finishSection,
    title: t('finish.title'),
    done: progress.answered,
    total: progress.total,
  }
  const before = lastKeys.get(sections[at - 1]?.id ?? '')
  const isJumpHere = jumpedTo !== undefined && sectionOf(jumpedTo) === sectionId
  const from = isJumpHere ? (jumpedTo ?? before) : before
  const uncorrected = mayFill ? uncorrectedQuestions(filling.response()) : returned
  const isCorrecting = uncorrected.size > 0
  const next = isCorrecting ? nextOf(uncorrected, keys, from) : session.nextOpen(from)
  const isOpen = isCorrecting || progress.missing + progress.invalid + progress.unconfirmed > 0
  const nextLabel = t(isCorrecting ? 'nextReturned' : 'nextOpen')
  const jump = (question: string): void => {
    setJumpedTo(question)
    goToQuestion(filling, thing, question, navigate)
  }

  return (
    <>
      <div className={styles.layout}>
        <div className={`${styles.sections} ${styles.side}`}>
          <FindQuestion onSelect={jump} />
          <SectionNav
            label={t('sections')}
            items={[...items, finishItem]}
            currentKey={sectionId}
            onSelect={go}
          />
        </div>
        <div className={styles.main}>
          <StateBanner isMoveWaiting={isMoveWaiting} />
          <OtherConflicts />
          <div className={styles.top}>
            <ProgressBar
              label={t('progress', { done: progress.answered, total: progress.total })}
              done={progress.answered}
              total={progress.total}
              count={false}
            />
            <div className={styles.pick}>
              <Select
                label={t('sections')}
                labelHidden
                empty={false}
                value={sectionId}
                onChange={to => go(to ?? finishSection)}
                options={[...items, finishItem].map((item, index) => ({
                  value: item.key,
                  label: `${index + 1}. ${item.title} (${item.done}/${item.total})${item.key !== finishSection && items[index]?.hasProblem ? ' ⚠' : ''}`,
                }))}
              />
              <FindQuestion onSelect={jump} />
            </div>
          </div>
          <div ref={heading} tabIndex={-1} className={styles.sectionHead}>
            {section && (
              <>
                <span className={styles.number}>
                  {t('section', { number: at + 1, count: sections.length })}
                </span>
                <h2 dir="auto" className={styles.sectionTitle}>
                  {text(section.title)}
                </h2>
                {section.hint && (
                  <p dir="auto" className={styles.soft}>
                    {text(section.hint)}
                  </p>
                )}
              </>
            )}
          </div>
          {section && <SectionBlocks key={section.id} section={section} aim={aim} />}
          {isFinish && <FinishPanel state={state} quizResult={quizResult} />}
        </div>
      </div>
      <ActionBar>
        {at > 0 || isFinish ? (
          <Button icon="chevronLeft" aria-label={t('previous')} onClick={() => go(neighbour(-1))}>
            <span className={isFinish ? undefined : styles.wideWords}>{t('previous')}</span>
          </Button>
        ) : null}
        {mayFill && next && !isFinish && isOpen && (
          <Button look="quiet" icon="flag" aria-label={nextLabel} onClick={() => jump(next)}>
            <span className={styles.wideWords}>{nextLabel}</span>
          </Button>
        )}
        {!isFinish && (
          <Button look="primary" iconEnd="chevronRight" onClick={() => go(neighbour(1))}>
            {at + 1 < sections.length ? t('next') : t('toEnd')}
          </Button>
        )}
      </ActionBar>
    </>
  )
}

/** The first of these questions after a key, from the top again after the last. */
function nextOf(questions: ReadonlySet<string>, keys: readonly string[], after = ''): string | undefined {
  const at = keys.indexOf(after)
  return [...keys.slice(at + 1), ...keys].find(key => questions.has(key))
}
