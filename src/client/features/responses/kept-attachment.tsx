import { useTranslation } from 'react-i18next'
import { isAudioType } from '../../../domain/responses/attachment.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { AttachmentView } from './question-view.ts'
import styles from './question-card.module.css'
import { useFileUrl } from '../../context/use-file-url.ts'

/** A recording to listen to, or a document to open. */
export function KeptAttachment({ file: { sha256, attachment } }: { readonly file: AttachmentView }) {
  const { t } = useTranslation('responses')
  const format = useFormat()
  const url = useFileUrl(sha256)
  const name = `${attachment.name ?? t('file.unnamed')} (${format.bytes(attachment.size)})`
  if (url === undefined) return <span className={styles.soft}>{`${name}. ${t('file.missing')}`}</span>
  if (isAudioType(attachment.type))
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- what people say in the field has no captions
    return <audio src={url} controls preload="metadata" />
  return (
    <a href={url} download={attachment.name ?? ''}>
      {name}
    </a>
  )
}
