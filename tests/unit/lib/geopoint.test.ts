import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { geopointToText, parseGeopoint } from '../../../src/lib/geopoint.ts'

test('a place is written as ODK writes it', () => {
  const measured = { latitude: 21.028511, longitude: 105.804817, altitude: 12.44, accuracy: 8.26 }
  expect(geopointToText(measured)).toBe('21.028511 105.804817 12.4 8.3')
})

test('what is not known is 0; a place that was not measured has no accuracy', () => {
  const typed = { latitude: 10, longitude: -0.00000001, altitude: null, accuracy: null }
  expect(geopointToText(typed)).toBe('10 0 0 0')
  expect(parseGeopoint('10 0 0 0')).toEqual({ latitude: 10, longitude: 0, altitude: 0, accuracy: null })
  expect(parseGeopoint('10 106')).toEqual({ latitude: 10, longitude: 106, altitude: null, accuracy: null })
})

test.for(['', '21.03', '91 105', '21 181', 'a b', '21,03 105,80', '1 2 3 4 5', '1 2 x'])(
  '"%s" is no place',
  text => {
    expect(parseGeopoint(text)).toBeUndefined()
  },
)

test('every place on earth is read back to the centimetre', () => {
  const places = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    altitude: fc.double({ min: -100, max: 9000, noNaN: true }),
    accuracy: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
  })
  fc.assert(
    fc.property(places, place => {
      const read = parseGeopoint(geopointToText(place))
      expect(read?.latitude).toBeCloseTo(place.latitude, 6)
      expect(read?.longitude).toBeCloseTo(place.longitude, 6)
      expect(read?.accuracy).toBeCloseTo(place.accuracy, 0)
    }),
  )
})
