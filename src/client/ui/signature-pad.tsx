import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { DrawnSignature, type DrawnSignatureProps } from './drawn-signature.tsx'
import styles from './signature-pad.module.css'
import { TypedSignature } from './typed-signature.tsx'

/** Signs with finger or pen; without either (keyboard, switch, voice) by typing one's name. */
export function SignaturePad(props: DrawnSignatureProps) {
  const { t } = useTranslation('ui')
  const [isTyped, setTyped] = useState(false)
  return (
    <div className={styles.signature}>
      {isTyped ? <TypedSignature onDone={props.onDone} /> : <DrawnSignature {...props} />}
      <div className={styles.other}>
        <Button icon={isTyped ? 'signature' : 'pencil'} look="quiet" onClick={() => setTyped(!isTyped)}>
          {t(isTyped ? 'signature.draw' : 'signature.type')}
        </Button>
      </div>
    </div>
  )
}
