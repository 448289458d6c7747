import { useTranslation } from 'react-i18next'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './audit-work.module.css'

interface Props {
  readonly recorded: readonly { readonly author: string; readonly at: number }[]
  /** `YYYY-MM-DDTHH:mm` */
  readonly happened?: string | undefined
}

/** Who wrote it down and when, each of several; and when it was seen, if at another time. */
export function RecordedBy({ recorded, happened }: Props) {
  const { t } = useTranslation('auditWork')
  const nameOf = usePersonName()
  const format = useFormat()
  if (recorded.length === 0) return null
  return (
    <p className={styles.recorded}>
      {recorded.map(({ author, at }) => (
        <span key={author}>{t('recorded', { name: nameOf(author), at: format.dateTime(at) })}</span>
      ))}
      {happened !== undefined && (
        <span>{t('happenedAt', { at: format.dateTime(Date.parse(`${happened}:00+07:00`)) })}</span>
      )}
    </p>
  )
}
