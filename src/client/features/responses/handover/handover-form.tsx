import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { splitKey } from '../../../../domain/forms/row.ts'
import { useApp } from '../../../context/app-context.tsx'
import { useLocalText } from '../../../i18n/local-text.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { SectionBlocks } from '../blocks/section-blocks.tsx'
import type { Aim } from '../blocks/use-section.ts'
import { useFilling, useFillingRevision } from '../filling-context.tsx'
import { focusQuestion } from '../focus-element.ts'
import { sendResponse } from '../send-response.ts'
import { HandoverFrame } from '../../../context/handover-frame.tsx'
import styles from '../../../context/handover-frame.module.css'
import { hasTyped } from './has-typed.ts'
import { MissingList } from './missing-list.tsx'
import { useFreshResponse, whyBegun } from './use-fresh-response.ts'
import { watchIdle } from './watch-idle.ts'

/** Left alone for so long, the form begins anew: the next person sees nothing of the one before. */
const idleMs = 3 * 60_000

/** In the address, so that the tablet's own "back" goes a page back. */
const pageParam = 'page'
const missingPage = 'missing'

interface Props {
  readonly lastSavedAt: number
  readonly onIncomplete: () => void
}

/** The form, a section at a time, and sending at its end. */
export function HandoverForm({ lastSavedAt, onIncomplete }: Props) {
  const app = useApp()
  const { filling, thing, feed } = useFilling()
  useFillingRevision()
  const { t } = useTranslation(['handover', 'responses'])
  const text = useLocalText()
  const [search, setSearch] = useSearchParams()
  const [aim, setAim] = useState<Aim>({ element: '' })
  const [isSending, setSending] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const begin = useFreshResponse(thing, feed, filling.form)
  const { session, form } = filling
  const shownSections = () => form.form.sections.filter(({ id }) => session.section(id).relevant)
  const sections = shownSections()
  const page = search.get(pageParam)
  const isMissing = page === missingPage
  const at = Math.max(
    0,
    sections.findIndex(({ id }) => id === page),
  )
  const section = isMissing ? undefined : sections[at]
  const isLast = at + 1 >= sections.length

  const go = (to: string | undefined): void => {
    void filling.flush()
    setFailed(false)
    setSearch(to === undefined ? {} : { [pageParam]: to })
  }
  // Asked at the tap: the answer before it may have opened or closed a section.
  const step = (by: -1 | 1): void => {
    const now = shownSections()
    const here = now.findIndex(({ id }) => id === section?.id)
    go(isMissing ? now.at(-1)?.id : now[here + by]?.id)
  }
  function goToQuestion(key: string): void {
    setAim({ element: `question-${key}` })
    go(form.questions.get(splitKey(key).id)?.sectionId)
    focusQuestion(key)
  }

  async function send(): Promise<void> {
    setSending(true)
    const sent = await sendResponse(app, filling, { thing, feed })
    setSending(false)
    if (sent.ok) return
    if (sent.error.type === 'incomplete') {
      onIncomplete()
      go(missingPage)
    } else setFailed(true)
  }

  const startOver = useEffectEvent((why: 'idle' | 'again') => {
    if (hasTyped(filling)) void begin(why).then(isBegun => setFailed(!isBegun))
    else setSearch({}, { replace: true })
  })
  useEffect(() => {
    const isBegunNow = whyBegun(thing) !== undefined
    // Closed in the middle and opened much later: by somebody else.
    if (!isBegunNow && Math.abs(Date.now() - lastSavedAt) > idleMs) startOver('idle')
    return watchIdle(document, { after: idleMs, isArmed: !isBegunNow, onIdle: () => startOver('idle') })
  }, [thing, lastSavedAt])

  const heading = useRef<HTMLDivElement>(null)
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    globalThis.scrollTo({ top: 0 })
    heading.current?.focus({ preventScroll: true })
  }, [page])

  return (
    <HandoverFrame
      title={text(form.form.title)}
      foot={
        <Button look="quiet" icon="undo" onClick={() => setAsking(true)}>
          {t('again.do')}
        </Button>
      }
      bar={
        <ActionBar>
          {(at > 0 || isMissing) && (
            <Button icon="chevronLeft" onClick={() => step(-1)}>
              {t('back')}
            </Button>
          )}
          {isLast || isMissing ? (
            <Button look="primary" icon="send" busy={isSending} onClick={() => void send()}>
              {t('send')}
            </Button>
          ) : (
            <Button look="primary" iconEnd="chevronRight" onClick={() => step(1)}>
              {t('next')}
            </Button>
          )}
        </ActionBar>
      }
    >
      {whyBegun(thing) === 'idle' && !hasTyped(filling) && <Banner tone="info">{t('again.idle')}</Banner>}
      {!isMissing && sections.length > 1 && (
        <ProgressBar
          label={t('page', { number: at + 1, count: sections.length })}
          done={at + 1}
          total={sections.length}
          count={false}
        />
      )}
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('responses:finish.notSaved')}
        </Banner>
      )}
      <div ref={heading} tabIndex={-1} className={styles.heading}>
        <h2>{isMissing ? t('missing.title') : section && text(section.title)}</h2>
        {section?.hint && <p className={styles.soft}>{text(section.hint)}</p>}
      </div>
      {isMissing && <MissingList onSelect={goToQuestion} />}
      {section && (
        // What one person typed must not be offered to the next by the browser.
        <form autoComplete="off" onSubmit={event => event.preventDefault()}>
          <SectionBlocks key={section.id} section={section} aim={aim} />
        </form>
      )}
      <ConfirmDialog
        open={isAsking}
        title={t('again.do')}
        confirm={t('again.do')}
        onConfirm={() => {
          setAsking(false)
          startOver('again')
        }}
        onCancel={() => setAsking(false)}
      >
        {t('again.ask')}
      </ConfirmDialog>
    </HandoverFrame>
  )
}
