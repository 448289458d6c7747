import { useTranslation } from 'react-i18next'
import type { Geopoint } from '../../lib/geopoint.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './geopoint-field.module.css'
import { Icon } from './icon.tsx'

/** Beyond this a place may lie in another hamlet. */
const poorMetres = 100

/** A place in words and numbers. */
export function GeopointView({ place }: { readonly place: Geopoint }) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const degrees = (number: number) => `${format.number(number, { leastDecimals: 6, mostDecimals: 6 })}°`
  const { accuracy } = place
  const metres = accuracy === null ? '' : format.number(accuracy, { mostDecimals: accuracy < 10 ? 1 : 0 })
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('geopoint.latitude')}</dt>
          <dd>{degrees(place.latitude)}</dd>
        </div>
        <div>
          <dt>{t('geopoint.longitude')}</dt>
          <dd>{degrees(place.longitude)}</dd>
        </div>
        <div>
          <dt>{t('geopoint.accuracy')}</dt>
          <dd>{accuracy === null ? t('geopoint.unmeasured') : `±${metres} m`}</dd>
        </div>
      </dl>
      {accuracy !== null && accuracy > poorMetres && (
        <p className={styles.poor}>
          <Icon name="warning" size="s" />
          <span>{t('geopoint.poor', { metres })}</span>
        </p>
      )}
    </>
  )
}
