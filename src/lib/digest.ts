type Bytes = readonly number[]

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/** Fills up to whole blocks of 64 bytes: a one bit, zeros, the length in bits (RFC 1321, 3.1; FIPS 180-4, 5.1.1). */
function toBlocks(bytes: Bytes, isLittle: boolean): readonly (readonly number[])[] {
  const zeros = (119 - (bytes.length % 64)) % 64
  const length = bytes.length * 8
  const high = Math.floor(length / 2 ** 32)
  const size = isLittle
    ? [...toBytes(length, true), ...toBytes(high, true)]
    : [...toBytes(high, false), ...toBytes(length, false)]
  const padded = bytes.concat(
    0x80,
    Array.from({ length: zeros }, () => 0),
    size,
  )
  return Array.from({ length: padded.length / 64 }, (_, block) =>
    Array.from({ length: 16 }, (_, at) => wordAt(padded, block * 64 + at * 4, isLittle)),
  )
}

function wordAt(bytes: Bytes, at: number, isLittle: boolean): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
  const [third = 0, fourth = 0] = [bytes[at + 2], bytes[at + 3]]
  return isLittle
    ? (fourth << 24) | (third << 16) | (second << 8) | first
    : (first << 24) | (second << 16) | (third << 8) | fourth
}

function toBytes(word: number, isLittle: boolean): Bytes {
  const bytes = [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]
  return isLittle ? bytes.reverse() : bytes
}

const fraction = (value: number): number => Math.floor((value % 1) * 2 ** 32) | 0

/** The fractional parts of the cube roots of the first 64 primes. */
const sha256Words = listPrimes(64).map(prime => fraction(Math.cbrt(prime)))
const md5Words = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32) | 0)
const md5Turns = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

function listPrimes(count: number): readonly number[] {
  const primes: number[] = []
  for (let next = 2; primes.length < count; next++)
    if (primes.every(prime => next % prime !== 0)) primes.push(next)
  return primes
}

/** FIPS 180-4, 6.2. */
export function sha256(bytes: Bytes): Bytes {
  let hash: readonly number[] = listPrimes(8).map(prime => fraction(Math.sqrt(prime)))
  const words = new Int32Array(64)
  for (const block of toBlocks(bytes, false)) {
    words.set(block)
    for (let at = 16; at < 64; at++) {
      const [w15 = 0, w2 = 0] = [words[at - 15], words[at - 2]]
      const s0 = rotate(w15, 25) ^ rotate(w15, 14) ^ (w15 >>> 3)
      const s1 = rotate(w2, 15) ^ rotate(w2, 13) ^ (w2 >>> 10)
      words[at] = ((words[at - 16] ?? 0) + s0 + (words[at - 7] ?? 0) + s1) | 0
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
    for (let at = 0; at < 64; at++) {
      const s1 = rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7)
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (sha256Words[at] ?? 0) + (words[at] ?? 0)) | 0
      const s0 = rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[a, b, c, d, e, f, g, h] = [(t1 + t2) | 0, a, b, c, (d + t1) | 0, e, f, g]
    }
    hash = addWords(hash, [a, b, c, d, e, f, g, h])
  }
  return hash.flatMap(word => toBytes(word, false))
}

/** FIPS 180-4, 6.1. */
export function sha1(bytes: Bytes): Bytes {
  let hash: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  for (const block of toBlocks(bytes, false)) {
    const words = [...block]
    for (let at = 16; at < 80; at++)
      words.push(
        rotate(
          (words[at - 3] ?? 0) ^ (words[at - 8] ?? 0) ^ (words[at - 14] ?? 0) ^ (words[at - 16] ?? 0),
          1,
        ),
      )
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash
    for (let at = 0; at < 80; at++) {
      const [mixed, word] =
        at < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : at < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : at < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6]
      const next = (rotate(a, 5) + mixed + e + word + (words[at] ?? 0)) | 0
      ;[a, b, c, d, e] = [next, a, rotate(b, 30), c, d]
    }
    hash = addWords(hash, [a, b, c, d, e])
  }
  return hash.flatMap(word => toBytes(word, false))
}

/** RFC 1321. */
export function md5(bytes: Bytes): Bytes {
  let hash: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (const block of toBlocks(bytes, true)) {
    let [a = 0, b = 0, c = 0, d = 0] = hash
    for (let at = 0; at < 64; at++) {
      const round = at >> 4
      const [mixed, place] =
        round === 0
          ? [(b & c) | (~b & d), at]
          : round === 1
            ? [(d & b) | (~d & c), (5 * at + 1) % 16]
            : round === 2
              ? [b ^ c ^ d, (3 * at + 5) % 16]
              : [c ^ (b | ~d), (7 * at) % 16]
      const sum = (a + mixed + (md5Words[at] ?? 0) + (block[place] ?? 0)) | 0
      const turned = rotate(sum, md5Turns[round * 4 + (at % 4)] ?? 0)
      ;[a, b, c, d] = [d, (b + turned) | 0, b, c]
    }
    hash = addWords(hash, [a, b, c, d])
  }
  return hash.flatMap(word => toBytes(word, true))
}

const addWords = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((word, at) => (word + (b[at] ?? 0)) | 0)
