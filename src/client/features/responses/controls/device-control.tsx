import { useState } from 'react'
import { locate } from '../../../device/locate.ts'
import { barcodeScanner } from '../../../device/scan-barcode.ts'
import { BarcodeField } from '../../../ui/barcode-field.tsx'
import { GeopointField } from '../../../ui/geopoint-field.tsx'
import type { ControlProps } from './control-props.ts'
import { useAnswering } from './use-answering.ts'

export function PlaceControl(props: ControlProps) {
  const { frame, disabled, text, answer } = useAnswering(props)
  return <GeopointField {...{ ...frame, disabled, locate }} value={text} onChange={answer} />
}

export function CodeControl(props: ControlProps) {
  const { frame, disabled, text, type, onBlur } = useAnswering(props)
  const [scan] = useState(() => barcodeScanner())
  return <BarcodeField {...{ ...frame, disabled, onBlur, scan }} value={text ?? ''} onChange={type} />
}
