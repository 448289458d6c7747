import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './barcode-field.module.css'
import { BarcodeScan } from './barcode-scan.tsx'
import type { ScanCode } from './barcode-scan.tsx'
import { Button } from './button.tsx'
import { TextField } from './text-field.tsx'
import type { TextFieldProps } from './text-field.tsx'

export interface BarcodeFieldProps extends Pick<
  TextFieldProps,
  'label' | 'labelHidden' | 'hint' | 'error' | 'required' | 'id' | 'disabled' | 'onBlur'
> {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Reads a code with the camera; without it the code is only typed. */
  readonly scan?: ScanCode | undefined
}

/** A code typed, or read by the camera where the device can. */
export function BarcodeField({ scan, value, onChange, ...field }: BarcodeFieldProps) {
  const { t } = useTranslation('ui')
  const [isScanning, setScanning] = useState(false)
  return (
    <div className={styles.barcode}>
      <TextField
        {...field}
        value={value}
        onChange={onChange}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      {scan && !field.disabled && (
        <div>
          <Button icon="barcode" onClick={() => setScanning(true)}>
            {t('barcode.scan')}
          </Button>
        </div>
      )}
      {scan && isScanning && (
        <BarcodeScan
          scan={scan}
          onClose={() => setScanning(false)}
          onCode={code => {
            setScanning(false)
            onChange(code)
          }}
        />
      )}
    </div>
  )
}
