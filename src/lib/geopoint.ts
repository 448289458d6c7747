/** Degrees (WGS 84) and metres. What the device did not say is null. */
export interface Geopoint {
  readonly latitude: number
  readonly longitude: number
  readonly altitude: number | null
  /** The true place is within so many metres, as far as the device knows; null for a place that was typed. */
  readonly accuracy: number | null
}

/** Why a device has no place to tell. */
export interface LocateProblem {
  readonly type: 'denied' | 'unavailable' | 'timedOut'
}

/**
 * Reads ODK's 'lat lon alt acc'; altitude and accuracy may be missing. An accuracy of 0 is how ODK writes a place
 * that was not measured. Undefined when it is no place on earth, or its accuracy is below 0.
 */
export function parseGeopoint(text: string): Geopoint | undefined {
  const parts = text.trim().split(/\s+/u)
  if (parts.length < 2 || parts.length > 4) return undefined
  if (!parts.every(part => /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/iu.test(part))) return undefined
  const [latitude = 0, longitude = 0, altitude, accuracy] = parts.map(Number)
  if (!isLatitude(latitude) || !isLongitude(longitude) || (accuracy ?? 0) < 0) return undefined
  return {
    latitude,
    longitude,
    altitude: altitude ?? null,
    accuracy: accuracy === undefined || accuracy === 0 ? null : accuracy,
  }
}

/** 'lat lon alt acc' as ODK writes it: seven decimals are a centimetre, 0 stands for what is not known. */
export function geopointToText({ latitude, longitude, altitude, accuracy }: Geopoint): string {
  return [plain(latitude, 7), plain(longitude, 7), plain(altitude ?? 0, 1), plain(accuracy ?? 0, 1)].join(' ')
}

export const isLatitude = (degrees: number): boolean => Math.abs(degrees) <= 90
export const isLongitude = (degrees: number): boolean => Math.abs(degrees) <= 180

// `+ 0` turns -0 into 0; a number as small as 1e-7 is written without an exponent.
function plain(number: number, decimals: number): string {
  const digits = (Number(number.toFixed(decimals)) + 0).toFixed(decimals)
  return digits.replace(/\.?0+$/u, '')
}
