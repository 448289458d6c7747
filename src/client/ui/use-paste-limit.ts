import { useState, type ClipboardEvent, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'

/** Browsers need minutes to lay out a field with megabytes of text, and nothing else works meanwhile. */
const longestPaste = 100_000

interface PasteLimit {
  /** What to say while the last paste stands refused. */
  readonly error: string | undefined
  readonly forget: () => void
  readonly listeners: {
    readonly onPaste: (event: ClipboardEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/** Refuses a pasted or dropped text of a whole book before the field takes it; what stood there stays. */
export function usePasteLimit(): PasteLimit {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const [length, setLength] = useState(0)
  const judge = (event: ClipboardEvent | DragEvent, from: DataTransfer) => {
    const given = from.getData('text/plain').length
    setLength(given > longestPaste ? given : 0)
    if (given > longestPaste) event.preventDefault()
  }
  const counts = { length: format.number(length), limit: format.number(longestPaste) }
  return {
    error: length > 0 ? t('text.pasteTooLong', counts) : undefined,
    forget: () => setLength(0),
    listeners: {
      onPaste: event => judge(event, event.clipboardData),
      onDrop: event => judge(event, event.dataTransfer),
    },
  }
}
