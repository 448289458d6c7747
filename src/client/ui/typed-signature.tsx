import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { drawName } from './draw-name.ts'
import styles from './signature-pad.module.css'
import { TextField } from './text-field.tsx'

/** One's name typed as signature: the same kind of picture, which says of itself that it was typed. */
export function TypedSignature({ onDone }: { readonly onDone: (png: Blob) => void }) {
  const { t } = useTranslation('ui')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [name, setName] = useState('')
  const typed = name.trim().normalize('NFC')
  const note = t('signature.typed')
  useEffect(() => {
    if (canvas.current) drawName(canvas.current, typed, note)
  }, [typed, note])
  const finish = () => {
    canvas.current?.toBlob(png => png && onDone(png), 'image/png')
  }
  return (
    <>
      <TextField
        label={t('signature.name')}
        hint={t('signature.nameHint')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type
        autoFocus
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <div className={styles.preview} hidden={typed === ''}>
        <canvas ref={canvas} className={styles.picture} width={960} height={300} aria-hidden />
      </div>
      <div className={styles.actions}>
        <Button look="primary" icon="check" disabled={typed === ''} onClick={finish}>
          {t('signature.done')}
        </Button>
      </div>
    </>
  )
}
