import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../lib/result.ts'
import { Banner } from './banner.tsx'
import styles from './barcode-field.module.css'
import { Dialog } from './dialog.tsx'

/** Shows the camera in the video until a code is read; undefined when the signal ended it. */
export type ScanCode = (
  video: HTMLVideoElement,
  signal: AbortSignal,
) => Promise<Result<string | undefined, { readonly type: 'denied' | 'unavailable' }>>

interface BarcodeScanProps {
  readonly scan: ScanCode
  readonly onCode: (code: string) => void
  readonly onClose: () => void
}

/** The camera's picture, for as long as it looks for a code. */
export function BarcodeScan({ scan, onCode, onClose }: BarcodeScanProps) {
  const { t } = useTranslation('ui')
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<'denied' | 'unavailable'>()
  const look = useEffectEvent(async (element: HTMLVideoElement, signal: AbortSignal) => {
    const read = await scan(element, signal)
    if (signal.aborted) return
    if (!read.ok) setProblem(read.error.type)
    else if (read.value !== undefined) onCode(read.value)
  })
  useEffect(() => {
    const stop = new AbortController()
    if (video.current) void look(video.current, stop.signal)
    return () => stop.abort()
  }, [])
  return (
    <Dialog open title={t('barcode.title')} onClose={onClose}>
      {problem ? (
        <Banner tone="warning" announce>
          {t(`barcode.${problem}`)}
        </Banner>
      ) : (
        <>
          <div className={styles.stage}>
            <video ref={video} className={styles.video} muted playsInline />
            <span className={styles.aim} />
          </div>
          <p className={styles.prompt}>{t('barcode.prompt')}</p>
        </>
      )}
    </Dialog>
  )
}
