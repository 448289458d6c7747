import { err, ok, type Result } from '../../lib/result.ts'
import type { Geopoint, LocateProblem } from '../../lib/geopoint.ts'

const longestWaitMs = 30_000

/** Where the device is, as exactly as it can tell within 30 seconds. Asks the person's leave the first time. */
export function locate(): Promise<Result<Geopoint, LocateProblem>> {
  return new Promise(resolve => {
    if (!('geolocation' in navigator)) {
      resolve(err({ type: 'unavailable' }))
      return
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude, altitude, accuracy } = coords
        resolve(ok({ latitude, longitude, altitude, accuracy }))
      },
      error => resolve(err({ type: problems[error.code] ?? 'unavailable' })),
      { enableHighAccuracy: true, timeout: longestWaitMs, maximumAge: 0 },
    )
  })
}

/** By the code of GeolocationPositionError. */
const problems: Readonly<Record<number, LocateProblem['type']>> = {
  1: 'denied',
  2: 'unavailable',
  3: 'timedOut',
}
