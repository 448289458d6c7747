import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readWords, type TypedWords } from '../../../sync/protocol/carried/words.ts'
import type { CarriedPreview, Carry, OpenCarriedProblem } from '../../context/carry.ts'
import { barcodeScanner } from '../../device/scan-barcode.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { BarcodeScan } from '../../ui/barcode-scan.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './carry.module.css'
import { PreviewCard } from './preview-card.tsx'

type State =
  | { readonly type: 'asking' }
  | { readonly type: 'opening'; readonly share: number }
  | { readonly type: 'refused'; readonly problem: OpenCarriedProblem }
  | { readonly type: 'opened'; readonly preview: CarriedPreview }
  | { readonly type: 'ended'; readonly how: 'kept' | 'known' | 'full' | 'failed' }

/** Takes in the file of somebody else: choose, give its words, look at what it holds, keep it. */
export function TakeInCard({ carry }: { readonly carry: Carry }) {
  const { t } = useTranslation('carry')
  const format = useFormat()
  const [file, setFile] = useState<File>()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const [isScanning, setScanning] = useState(false)
  const [state, setState] = useState<State>({ type: 'asking' })
  const scan = barcodeScanner()

  function faultOf({ unknown, missing }: TypedWords): string | undefined {
    if (unknown.length > 0) return t('take.unknown', { words: unknown.join(', ') })
    if (missing > 0) return t('take.missing', { missing })
    return missing < 0 ? t('take.tooMany') : undefined
  }

  async function open(text: string): Promise<void> {
    const read = readWords(text)
    const wrong = faultOf(read)
    setFault(wrong)
    if (!file || wrong !== undefined) return
    setState({ type: 'opening', share: 0 })
    const opened = await carry.open(file, read.words, share => setState({ type: 'opening', share }))
    setState(
      opened.ok ? { type: 'opened', preview: opened.value } : { type: 'refused', problem: opened.error },
    )
  }

  async function takeIn({ takeIn }: CarriedPreview): Promise<void> {
    const taken = await takeIn()
    const how = taken.ok ? taken.value : taken.error.type === 'quotaExceeded' ? 'full' : 'failed'
    setState({ type: 'ended', how })
    if (!taken.ok) return
    setFile(undefined)
    setTyped('')
    await carry.deliver()
  }

  return (
    <Card title={t('take.title')} subtitle={t('take.hint')}>
      <div className={styles.stack}>
        <div className={styles.buttons}>
          <FileButton
            label={t('take.choose')}
            onFiles={([chosen]) => {
              setFile(chosen)
              setState({ type: 'asking' })
            }}
          />
        </div>
        {file && (
          <form
            className={styles.stack}
            onSubmit={event => {
              event.preventDefault()
              void open(typed)
            }}
          >
            <p className={styles.strong}>{t('take.chosen', { name: file.name })}</p>
            <TextField
              label={t('take.words')}
              hint={t('take.wordsHint')}
              error={fault}
              name="words"
              value={typed}
              onChange={text => {
                setTyped(text)
                setFault(undefined)
              }}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={200}
            />
            <div className={styles.buttons}>
              <Button type="submit" look="primary" icon="lock" busy={state.type === 'opening'}>
                {t('take.open')}
              </Button>
              {scan && (
                <Button icon="barcode" onClick={() => setScanning(true)}>
                  {t('take.scan')}
                </Button>
              )}
            </div>
          </form>
        )}
        {state.type === 'opening' && (
          <ProgressBar
            label={t('take.opening')}
            done={Math.round(state.share * 100)}
            total={100}
            count={format.percent(state.share)}
          />
        )}
        {state.type === 'refused' && (
          <Banner tone="danger" announce>
            {t(`problem.${state.problem}`)}
          </Banner>
        )}
        {state.type === 'opened' && (
          <PreviewCard
            preview={state.preview}
            onTakeIn={() => takeIn(state.preview)}
            onCancel={() => setState({ type: 'asking' })}
          />
        )}
        {state.type === 'ended' && (
          <Banner
            tone={state.how === 'kept' ? 'success' : state.how === 'known' ? 'info' : 'danger'}
            announce
          >
            {t(`take.${state.how}`)}
          </Banner>
        )}
      </div>
      {isScanning && scan && (
        <BarcodeScan
          scan={scan}
          onClose={() => setScanning(false)}
          onCode={code => {
            setScanning(false)
            setTyped(readWords(code).words)
            void open(code)
          }}
        />
      )}
    </Card>
  )
}
