import { useTranslation } from 'react-i18next'
import type { Signature } from '../../../domain/audits/report.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { usePhotoUrls } from '../../context/use-photo-urls.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './audit-report.module.css'

/** A drawn signature with who and when; or that it is not there yet. */
export function SignatureView({
  title,
  signature,
}: {
  readonly title: string
  readonly signature: Signature | undefined
}) {
  const { t } = useTranslation('auditReport')
  const format = useFormat()
  const nameOf = usePersonName()
  const { urls } = usePhotoUrls(signature ? [{ sha256: signature.sha256, thumb: null }] : [])
  const url = signature && urls.get(signature.sha256)?.thumb
  return (
    <figure className={styles.signature}>
      <figcaption>{title}</figcaption>
      {signature ? (
        <>
          {url ? (
            <img src={url} alt={t('signedBy', { name: nameOf(signature.author) })} />
          ) : (
            <p>{t('noPicture')}</p>
          )}
          <p className={styles.words}>
            {nameOf(signature.author)}
            <br />
            {format.dateTime(signature.at)}
          </p>
          {signature.opinion !== '' && (
            <p className={styles.words}>{t('opinion', { words: signature.opinion })}</p>
          )}
        </>
      ) : (
        <p className={styles.soft}>{t('notSigned')}</p>
      )}
    </figure>
  )
}
