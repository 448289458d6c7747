// oxlint-disable jsx-a11y/prefer-tag-over-role -- a canvas says nothing by itself, an <img> takes no strokes
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type Pad from 'signature_pad'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { openPad } from './open-pad.ts'
import styles from './signature-pad.module.css'

export interface DrawnSignatureProps {
  readonly label?: string | undefined
  /** A transparent PNG of what was drawn. */
  readonly onDone: (png: Blob) => void
}

/** A frame to sign in with finger or pen. Turning the tablet keeps the strokes. */
export function DrawnSignature({ label, onDone }: DrawnSignatureProps) {
  const { t } = useTranslation('ui')
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad>(null)
  const promptId = useId()
  const [isEmpty, setEmpty] = useState(true)
  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    return openPad(element, opened => {
      pad.current = opened
      opened.addEventListener('beginStroke', () => setEmpty(false))
    })
  }, [])
  const finish = () => {
    canvas.current?.toBlob(png => png && onDone(png), 'image/png')
  }
  return (
    <>
      <div className={styles.frame}>
        <canvas
          ref={canvas}
          className={styles.canvas}
          role="img"
          aria-label={label ?? t('signature.area')}
          aria-describedby={promptId}
        />
        <p id={promptId} className={styles.prompt} hidden={!isEmpty}>
          <Icon name="signature" />
          {t('signature.prompt')}
        </p>
        <span className={styles.line} />
      </div>
      <div className={styles.actions}>
        <Button
          icon="undo"
          look="quiet"
          disabled={isEmpty}
          onClick={() => {
            pad.current?.clear()
            setEmpty(true)
          }}
        >
          {t('signature.clear')}
        </Button>
        <Button look="primary" icon="check" disabled={isEmpty} onClick={finish}>
          {t('signature.done')}
        </Button>
      </div>
    </>
  )
}
