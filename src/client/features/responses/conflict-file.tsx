import { useTranslation } from 'react-i18next'
import { isPhoto, readEvidenceFile, type EvidenceFile } from '../../../domain/responses/evidence-file.ts'
import { parseResponseField } from '../../../domain/responses/response-fields.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import styles from './conflict-sides.module.css'
import { KeptAttachment } from './kept-attachment.tsx'
import { useFileUrl } from '../../context/use-file-url.ts'

interface Props {
  readonly field: string
  readonly value: JsonValue
}

/** A photo or document that one person removed and another kept. */
export function ConflictFile({ field, value }: Props) {
  const { t } = useTranslation('responses')
  const named = parseResponseField(field)
  const file = readEvidenceFile(value)
  if (named?.kind !== 'evidence' || !file) return t('conflict.fileRemoved')
  if (!isPhoto(file))
    return <KeptAttachment file={{ sha256: named.sha256, attachment: file, isAtServer: true }} />
  return <Picture sha256={thumbOf(file) ?? named.sha256} />
}

const thumbOf = (file: EvidenceFile): string | null => (isPhoto(file) ? file.thumb : null)

function Picture({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation('responses')
  const url = useFileUrl(sha256)
  if (url === undefined) return t('photo.missing')
  return <img src={url} alt={t('conflict.photoKept')} className={styles.picture} />
}
