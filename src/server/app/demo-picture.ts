import { crc32, deflateSync } from 'node:zlib'

const width = 360
const height = 480

/** A PNG that looks like a typed page; another page for another seed. Deterministic, nobody's real paper. */
export function demoPicture(seed: number): { readonly bytes: Buffer; width: number; height: number } {
  const rows = Buffer.alloc((width + 1) * height, 0xf4)
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0
    if (y < 40 || y > height - 60 || y % 16 > 4) continue
    const line = Math.floor(y / 16)
    const indent = line % 7 === 3 ? 60 : 36
    const end = width - 36 - ((line * 37 + seed * 53) % 120)
    for (let x = indent; x < end; x++) {
      const isGap = (x * 7 + line * 13 + seed * 29) % 43 < 6
      if (!isGap) rows[y * (width + 1) + 1 + x] = 0x50
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits of grey.
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
