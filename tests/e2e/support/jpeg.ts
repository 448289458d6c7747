import { seededRandom } from '../../support/seeded-random.ts'

export interface JpegOptions {
  readonly width: number
  readonly height: number
  /** How many waves each 8×8 block has, 0–63: 6 gives about 1.5 MB for 12 megapixels, as a phone does. */
  readonly detail?: number
  readonly seed?: number
}

/**
 * A baseline colour JPEG (ITU-T T.81) of any size without a library: a smooth slope with noise, drawn as
 * coefficients, so that nothing has to be transformed. Huffman codes are of one length, which T.81 allows.
 */
export function makeJpeg({ width, height, detail = 6, seed = 1 }: JpegOptions): Uint8Array {
  const scan = writeScan(width, height, detail, seed)
  return concat([
    Uint8Array.of(0xff, 0xd8),
    segment(0xe0, [...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...Array.from({ length: 64 }, (_, i) => (i === 0 ? 8 : 16))]),
    segment(0xc0, [8, ...u16(height), ...u16(width), 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
    segment(0xc4, [0x00, ...codesOfLength(dcBits, dcSymbols.length), ...dcSymbols]),
    segment(0xc4, [0x10, ...codesOfLength(acBits, acSymbols.length), ...acSymbols]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    scan,
    Uint8Array.of(0xff, 0xd9),
  ])
}

// Size of a difference, 0–11 bits; the code is the size itself in four bits.
const dcSymbols = Array.from({ length: 12 }, (_, size) => size)
const dcBits = 4
// End of block, or one wave of 1–6 bits; the code is that number in three bits.
const acSymbols = [0, 1, 2, 3, 4, 5, 6]
const acBits = 3

const codesOfLength = (length: number, count: number): number[] =>
  Array.from({ length: 16 }, (_, i) => (i === length - 1 ? count : 0))

function writeScan(width: number, height: number, detail: number, seed: number): Uint8Array {
  const random = seededRandom(seed)
  const [columns, rows] = [Math.ceil(width / 8), Math.ceil(height / 8)]
  const out = new Uint8Array(columns * rows * (12 + detail * 3) + 16)
  let length = 0
  let pending = 0
  let pendingBits = 0
  const put = (value: number, bits: number) => {
    pending = (pending << bits) | value
    pendingBits += bits
    while (pendingBits >= 8) {
      const byte = (pending >>> (pendingBits - 8)) & 0xff
      out[length++] = byte
      // 0xff begins a marker, so one in the picture is followed by a zero.
      if (byte === 0xff) out[length++] = 0
      pendingBits -= 8
    }
    pending &= (1 << pendingBits) - 1
  }
  const putValue = (value: number, prefixBits: number) => {
    const size = 32 - Math.clz32(Math.abs(value))
    put(size, prefixBits)
    if (size > 0) put(value > 0 ? value : value + (1 << size) - 1, size)
  }

  const previous = [0, 0, 0]
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const slopes = [
        Math.round((column / columns - 0.5) * 80 + (row / rows - 0.5) * 60),
        Math.round((row / rows - 0.5) * 50),
        Math.round((0.5 - column / columns) * 50),
      ]
      for (let component = 0; component < 3; component++) {
        const level = slopes[component] ?? 0
        putValue(level - (previous[component] ?? 0), dcBits)
        previous[component] = level
        if (component === 0)
          for (let wave = 0; wave < detail; wave++)
            putValue((random.below(4) + 1) * (random.isHit(0.5) ? 1 : -1), acBits)
        if (component > 0 || detail < 63) put(0, acBits)
      }
    }
  }
  put(0x7f, 7)
  return out.subarray(0, length)
}

export const segment = (marker: number, content: Iterable<number>): Uint8Array => {
  const bytes = [...content]
  return Uint8Array.of(0xff, marker, ...u16(bytes.length + 2), ...bytes)
}

export const ascii = (text: string): number[] => Array.from(text, letter => letter.charCodeAt(0))
export const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff]

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
