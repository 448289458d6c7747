import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { useHeld } from '../../context/use-held.ts'
import type { Carry, PackedNote, PackedWork } from '../../context/carry.ts'
import { saveFile } from '../../device/save-file.ts'
import { fileSharer } from '../../device/share-file.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './carry.module.css'
import { FileWords } from './file-words.tsx'

type State =
  | { readonly type: 'idle' | 'failed' }
  | { readonly type: 'making'; readonly share: number }
  | { readonly type: 'made'; readonly packed: PackedWork; readonly isNotShared: boolean }

/** Makes a file of what waits. Nothing leaves the outbox by it, and there is no way to delete here (SY10). */
export function PackCard({ carry }: { readonly carry: Carry }) {
  const { t } = useTranslation('carry')
  const format = useFormat()
  const { waitingOps, waitingFiles } = useSyncStatus()
  const [state, setState] = useState<State>({ type: 'idle' })
  const held = useHeld()?.length ?? 0
  const before = useLastPacked(carry)
  const share = fileSharer(navigator)
  const isNothing = waitingOps + waitingFiles === 0

  async function make(): Promise<void> {
    setState({ type: 'making', share: 0 })
    try {
      const packed = await carry.pack(done => setState({ type: 'making', share: done }))
      setState(packed ? { type: 'made', packed, isNotShared: false } : { type: 'idle' })
    } catch {
      setState({ type: 'failed' })
    }
  }

  async function shareFile(packed: PackedWork): Promise<void> {
    if ((await share?.(packed.file)) === 'failed') setState({ type: 'made', packed, isNotShared: true })
  }

  const made = state.type === 'made' ? state.packed : undefined
  return (
    <Card title={t('pack.title')} subtitle={t('pack.hint')}>
      <div className={styles.stack}>
        <p className={styles.strong}>
          {isNothing
            ? t('pack.nothing')
            : t('pack.unsent', {
                changes: format.number(waitingOps),
                files: format.number(waitingFiles),
              })}
        </p>
        {held > 0 && (
          <p>
            {t('pack.held', { count: held })} <Link to="/sync">{t('back')}</Link>
          </p>
        )}
        {!made && (
          <div className={styles.buttons}>
            <Button
              look="primary"
              icon="document"
              busy={state.type === 'making'}
              disabled={isNothing}
              onClick={() => void make()}
            >
              {t('pack.make')}
            </Button>
          </div>
        )}
        {state.type === 'making' && (
          <ProgressBar
            label={t('pack.making')}
            done={Math.round(state.share * 100)}
            total={100}
            count={format.percent(state.share)}
          />
        )}
        {state.type === 'failed' && (
          <Banner tone="danger" announce>
            {t('pack.failed')}
          </Banner>
        )}
        {made && (
          <>
            <Banner tone="success" announce>
              {t('pack.done', {
                name: made.file.name,
                size: format.bytes(made.file.size),
                changes: format.number(made.changes),
                files: format.number(made.files),
              })}
            </Banner>
            <div className={styles.buttons}>
              {share && (
                <Button look="primary" icon="send" onClick={() => void shareFile(made)}>
                  {t('pack.share')}
                </Button>
              )}
              <Button
                look={share ? 'secondary' : 'primary'}
                icon="download"
                onClick={() => saveFile(document, made.file, made.file.name)}
              >
                {t('pack.save')}
              </Button>
            </div>
            {state.type === 'made' && state.isNotShared && (
              <Banner tone="warning" announce>
                {t('pack.sharedNot')}
              </Banner>
            )}
            <FileWords words={made.words} />
          </>
        )}
        {!made && before && (
          <details className={styles.before}>
            <summary className={styles.summary}>
              {t('pack.before', { name: before.name, at: format.dateTime(before.at) })}
            </summary>
            <FileWords words={before.words} />
          </details>
        )}
      </div>
    </Card>
  )
}

function useLastPacked(carry: Carry): PackedNote | undefined {
  const [note, setNote] = useState<PackedNote>()
  useEffect(() => {
    let isCurrent = true
    void carry.lastPacked().then(found => {
      if (isCurrent) setNote(found)
    })
    return () => {
      isCurrent = false
    }
  }, [carry])
  return note
}
