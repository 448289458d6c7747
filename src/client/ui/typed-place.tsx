import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLatitude, isLongitude } from '../../lib/geopoint.ts'
import type { Geopoint } from '../../lib/geopoint.ts'
import { Button } from './button.tsx'
import styles from './geopoint-field.module.css'
import { NumberField } from './number-field.tsx'

interface TypedPlaceProps {
  readonly place: Geopoint | undefined
  readonly onDone: (place: Geopoint) => void
  readonly onCancel: () => void
}

/** Latitude and longitude by hand, as read from a map or another device. */
export function TypedPlace({ place, onDone, onCancel }: TypedPlaceProps) {
  const { t } = useTranslation('ui')
  const [latitude, setLatitude] = useState(place?.latitude ?? null)
  const [longitude, setLongitude] = useState(place?.longitude ?? null)
  const [isTold, setTold] = useState(false)
  const complaint = (value: number | null, isOnEarth: boolean, problem: string) => {
    if (value === null) return isTold ? t('geopoint.missing') : undefined
    return isOnEarth ? undefined : problem
  }
  const use = () => {
    setTold(true)
    if (latitude === null || longitude === null || !isLatitude(latitude) || !isLongitude(longitude)) return
    onDone({ latitude, longitude, altitude: null, accuracy: null })
  }
  const degrees = { decimals: 8, mayBeNegative: true, unit: '°' } as const
  return (
    <div className={styles.typed}>
      <div className={styles.pair}>
        <NumberField
          {...degrees}
          label={t('geopoint.latitude')}
          placeholder={t('geopoint.latitudeExample')}
          value={latitude}
          onChange={setLatitude}
          error={complaint(latitude, isLatitude(latitude ?? 0), t('geopoint.badLatitude'))}
        />
        <NumberField
          {...degrees}
          label={t('geopoint.longitude')}
          placeholder={t('geopoint.longitudeExample')}
          value={longitude}
          onChange={setLongitude}
          error={complaint(longitude, isLongitude(longitude ?? 0), t('geopoint.badLongitude'))}
        />
      </div>
      <div className={styles.buttons}>
        <Button icon="check" onClick={use}>
          {t('geopoint.use')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </div>
  )
}
