import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { longestText } from '../../../domain/responses/response.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useOpenFieldwork } from './fieldwork-context.tsx'

interface Props {
  readonly field: string
  readonly label: string
  readonly value: string
  readonly disabled: boolean
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly rows?: number
}

/** A long text, typed or spoken into the keyboard's microphone; saved when it pauses and when it is left. */
export function LongText({ field, value, rows = 3, error, ...frame }: Props) {
  const { fieldwork } = useOpenFieldwork()
  const { t } = useTranslation('auditWork')
  const [tooLong, setTooLong] = useState<string>()
  return (
    <TextArea
      {...frame}
      rows={rows}
      value={tooLong ?? value}
      // Not saved: what was saved before stays, and the text stays on the screen to be shortened.
      error={tooLong === undefined ? error : t('textTooLong')}
      onChange={next => {
        const fits = next.length <= longestText
        setTooLong(fits ? undefined : next)
        if (fits) fieldwork.put(field, next === '' ? null : next, 'whenPaused')
      }}
      onBlur={() => void fieldwork.flush()}
    />
  )
}
