import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Row } from '../../../sync/replica/row.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { SectionNav } from '../../ui/section-nav.tsx'
import { Select } from '../../ui/select.tsx'
import { FinishPanel } from './finish-panel.tsx'
import styles from './fill-page.module.css'
import { useFilling, useFillingRevision } from './filling-context.tsx'
import { goToQuestion } from './go-to-question.ts'
import { QuestionCard } from './question-card.tsx'
import { StateBanner } from './state-banner.tsx'

/** The last page, after all sections. */
export const finishSection = 'finish'

interface Props {
  readonly section: string
  readonly rows: readonly Row[]
  readonly onFinish: () => void
}

export function FillBody({ section: sectionId, rows, onFinish }: Props) {
  const { filling, thing, mayFill } = useFilling()
  useFillingRevision()
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const navigate = useNavigate()
  const { session, form } = filling
  const sections = form.form.sections.filter(section => session.section(section.id).relevant)
  const at = sections.findIndex(section => section.id === sectionId)
  const section = sections[at]
  const isFinish = sectionId === finishSection
  const [jumpedTo, setJumpedTo] = useState<string>()
  const progress = session.progress()

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

  const items = sections.map(({ id, title }) => {
    const state = session.section(id)
    const isReturned = form.form.sections
      .find(s => s.id === id)
      ?.questions.some(q => filling.view(q.id).isReturned)
    return {
      key: id,
      title: text(title),
      done: state.answered,
      total: state.total,
      hasProblem: state.invalid + state.unconfirmed > 0 || isReturned === true,
    }
  })
  const finishItem = {
    key: finishSection,
    title: t('finish.title'),
    done: progress.answered,
    total: progress.total,
  }
  const before = sections[at - 1]?.questions.at(-1)?.id
  const isJumpHere = section?.questions.some(question => question.id === jumpedTo) ?? false
  const next = session.nextOpen(isJumpHere ? (jumpedTo ?? before) : before)
  const jump = (question: string): void => {
    setJumpedTo(question)
    goToQuestion(filling, thing, question, navigate)
  }

  return (
    <>
      <div className={styles.layout}>
        <div className={`${styles.sections} ${styles.side}`}>
          <SectionNav
            label={t('sections')}
            items={[...items, finishItem]}
            currentKey={sectionId}
            onSelect={go}
          />
        </div>
        <div className={styles.main}>
          <StateBanner rows={rows} />
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
            </div>
          </div>
          <div ref={heading} tabIndex={-1} className={styles.sectionHead}>
            {section && (
              <>
                <span className={styles.number}>
                  {t('section', { number: at + 1, count: sections.length })}
                </span>
                <h2 className={styles.sectionTitle}>{text(section.title)}</h2>
              </>
            )}
          </div>
          {section &&
            section.questions.map(question => <QuestionCard key={question.id} question={question} />)}
          {isFinish && <FinishPanel />}
        </div>
      </div>
      <ActionBar>
        {at > 0 || isFinish ? (
          <Button
            icon="chevronLeft"
            aria-label={t('previous')}
            onClick={() => go(sections[isFinish ? sections.length - 1 : at - 1]?.id ?? '')}
          >
            <span className={isFinish ? undefined : styles.wideWords}>{t('previous')}</span>
          </Button>
        ) : null}
        {mayFill && next && !isFinish && progress.missing + progress.invalid + progress.unconfirmed > 0 && (
          <Button look="quiet" icon="flag" aria-label={t('nextOpen')} onClick={() => jump(next)}>
            <span className={styles.wideWords}>{t('nextOpen')}</span>
          </Button>
        )}
        {!isFinish && (
          <Button
            look="primary"
            iconEnd="chevronRight"
            onClick={() => go(sections[at + 1]?.id ?? finishSection)}
          >
            {at + 1 < sections.length ? t('next') : t('toEnd')}
          </Button>
        )}
      </ActionBar>
    </>
  )
}
