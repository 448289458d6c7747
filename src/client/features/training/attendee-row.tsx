import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Attendee } from './list-attendees.ts'
import styles from './training.module.css'

interface Props {
  readonly attendee: Attendee
  readonly isSigned: boolean
  /** Where its picture is; undefined while that is not here. */
  readonly signature: string | undefined
  readonly mayChange: boolean
  readonly onToggle: () => void
  readonly onSign: () => void
}

/** One person: the whole row is the box to tick, beside it the signature. */
export function AttendeeRow({ attendee, isSigned, signature, mayChange, onToggle, onSign }: Props) {
  const { t } = useTranslation('training')
  const { name, post, isPresent, isGuest } = attendee
  const words = (
    <>
      <Icon
        name={isPresent ? 'checkCircle' : 'minusCircle'}
        size="l"
        className={isPresent ? styles.here : styles.away}
      />
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.soft}>
          {[post, isGuest && t('attendance.guest')].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={styles.said}>{t(isPresent ? 'attendance.present' : 'attendance.absent')}</span>
    </>
  )
  return (
    <li className={styles.person}>
      {mayChange ? (
        <label className={styles.tick}>
          <input type="checkbox" className={styles.box} checked={isPresent} onChange={onToggle} />
          {words}
        </label>
      ) : (
        <div className={styles.tick}>{words}</div>
      )}
      <span className={styles.sign}>
        {signature !== undefined && (
          <img src={signature} alt={t('attendance.signatureOf', { name })} className={styles.signature} />
        )}
        {isSigned && signature === undefined && <span className={styles.soft}>{t('attendance.signed')}</span>}
        {mayChange && (
          <Button
            icon="signature"
            look={isSigned ? 'quiet' : 'secondary'}
            aria-label={t(isSigned ? 'attendance.signAgainFor' : 'attendance.signFor', { name })}
            onClick={onSign}
          >
            {t(isSigned ? 'attendance.signAgain' : 'attendance.sign')}
          </Button>
        )}
      </span>
    </li>
  )
}
