import { ascii, concat, segment, u16 } from './jpeg.ts'

export interface ExifFacts {
  /** 1 upright, 6 turned by 90° clockwise, 3 upside down, 8 turned anticlockwise. */
  readonly orientation?: 1 | 3 | 6 | 8
  readonly latitude?: number
  readonly longitude?: number
  readonly model?: string
}

/** The picture with an EXIF block (TIFF, big endian) put behind its first marker, as a phone's camera writes. */
export function addExif(jpeg: Uint8Array, facts: ExifFacts): Uint8Array {
  const {
    orientation = 1,
    latitude = 21.8537,
    longitude = 106.7613,
    model = 'Tablet of Nguyen Van A',
  } = facts
  const gps = [
    entry(1, 2, 2, [...ascii(latitude < 0 ? 'S\0' : 'N\0'), 0, 0]),
    pointer(2, 5, 3, degrees(latitude)),
    entry(3, 2, 2, [...ascii(longitude < 0 ? 'W\0' : 'E\0'), 0, 0]),
    pointer(4, 5, 3, degrees(longitude)),
  ]
  const name = ascii(`${model}\0`)
  const main = [pointer(0x0110, 2, name.length, name), entry(0x0112, 3, 1, [...u16(orientation), 0, 0])]
  const gpsAt = 8 + directorySize([...main, entry(0x8825, 4, 1, u32(0))])
  const tiff = [
    ...ascii('MM'),
    ...u16(42),
    ...u32(8),
    ...directory([...main, entry(0x8825, 4, 1, u32(gpsAt))], 8),
    ...directory(gps, gpsAt),
  ]
  return concat([jpeg.subarray(0, 2), segment(0xe1, [...ascii('Exif\0\0'), ...tiff]), jpeg.subarray(2)])
}

/** The markers before the picture's data, with the text they begin with: `['e0 JFIF', 'e1 Exif', 'db …']`. */
export function listJpegSegments(jpeg: Uint8Array): readonly string[] {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new Error('not a JPEG')
  const found: string[] = []
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff;) {
    const marker = jpeg[at + 1] ?? 0
    const letters = String.fromCharCode(...jpeg.subarray(at + 4, at + 10)).replace(/[^A-Za-z].*$/su, '')
    found.push(`${marker.toString(16)} ${letters}`.trim())
    if (marker === 0xda) break
    at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0)
  }
  return found
}

interface Entry {
  readonly head: readonly number[]
  readonly value: readonly number[]
}

/** Four bytes stand in the entry itself; more stand behind the directory, at an address. */
const entry = (tag: number, type: number, count: number, value: readonly number[]): Entry => ({
  head: [...u16(tag), ...u16(type), ...u32(count)],
  value,
})
const pointer = (tag: number, type: number, count: number, value: readonly number[]): Entry =>
  entry(tag, type, count, value.length % 2 === 0 ? value : [...value, 0])

const headSize = (entries: readonly Entry[]): number => 2 + entries.length * 12 + 4
const directorySize = (entries: readonly Entry[]): number =>
  headSize(entries) + entries.reduce((size, { value }) => size + (value.length > 4 ? value.length : 0), 0)

function directory(entries: readonly Entry[], at: number): number[] {
  const behind: number[] = []
  const heads = entries.flatMap(({ head, value }) => {
    if (value.length <= 4) return [...head, ...value]
    const address = at + headSize(entries) + behind.length
    behind.push(...value)
    return [...head, ...u32(address)]
  })
  return [...u16(entries.length), ...heads, ...u32(0), ...behind]
}

/** Degrees, minutes and hundredths of seconds as three fractions. */
function degrees(value: number): number[] {
  const hundredths = Math.round(Math.abs(value) * 360_000)
  const parts = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6_000) % 60, hundredths % 6_000]
  return parts.flatMap((part, i) => [...u32(part), ...u32(i === 2 ? 100 : 1)])
}

const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)]
