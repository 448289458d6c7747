import { crc32, deflateSync } from 'node:zlib'

interface Picture {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

/** A PNG that looks like a typed page; another page for another seed. Deterministic, nobody's real paper. */
export function demoPicture(seed: number): Picture {
  const [width, height] = [360, 480]
  return greyPng(width, height, (x, y) => {
    if (y < 40 || y > height - 60 || y % 16 > 4) return 0xf4
    const line = Math.floor(y / 16)
    const indent = line % 7 === 3 ? 60 : 36
    const end = width - 36 - ((line * 37 + seed * 53) % 120)
    const isGap = (x * 7 + line * 13 + seed * 29) % 43 < 6
    return x >= indent && x < end && !isGap ? 0x50 : 0xf4
  })
}

/** A PNG of a wavy line as one draws with a finger; nobody's real signature. */
export function demoSignature(seed: number): Picture {
  const [width, height] = [320, 120]
  return greyPng(width, height, (x, y) => {
    const line = height / 2 + 34 * Math.sin(x / (9 + (seed % 5)) + seed) * Math.exp(-x / (width * 0.9))
    return x > 20 && x < width - 20 && Math.abs(y - line) < 2 + 4 * Math.abs(Math.cos(x / 9)) ? 0x20 : 0xff
  })
}

/** Eight bits of grey for each place. */
function greyPng(width: number, height: number, greyAt: (x: number, y: number) => number): Picture {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = greyAt(x, y)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return { bytes: Buffer.concat([signature, ...parts]), width, height }
}

/** A chunk of a PNG (ISO/IEC 15948, 5.3): length, type, data, CRC of type and data. */
function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
