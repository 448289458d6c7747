import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner.tsx'
import type { EarlierPicture } from './app.ts'

interface Props {
  /** What became of the picture that was blurred; undefined when none was. */
  readonly earlier: EarlierPicture | undefined
  readonly onDismiss: () => void
}

/** Says where the picture without the blur still is, and when it is nowhere any more. */
export function EarlierPictureNote({ earlier, onDismiss }: Props) {
  const { t, ready } = useTranslation('draw')
  return (
    earlier &&
    ready && (
      <Banner tone={earlier === 'gone' ? 'success' : 'warning'} announce onDismiss={onDismiss}>
        {t(`earlier.${earlier}`)}
      </Banner>
    )
  )
}
