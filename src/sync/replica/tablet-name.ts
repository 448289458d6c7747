import type { DeviceId } from '../protocol/op.ts'

/** No 0/O, 1/I/L, 5/S, 8/B: read aloud over the telephone. */
const signs = '234679ACDEFGHJKMNPQRTUVWXYZ'

/**
 * A name of four signs for a tablet that people can read, compare and say: `K7-MN`. Made of the device id (FNV-1a),
 * so every tablet shows the same; two of a commune's tablets share one by a chance of one in half a million.
 */
export function tabletName(device: DeviceId): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < device.length; at++) hash = Math.imul(hash ^ device.charCodeAt(at), 0x01000193) >>> 0
  let name = ''
  for (let at = 0; at < 4; at++) {
    name += signs[hash % signs.length]
    hash = Math.floor(hash / signs.length)
  }
  return `${name.slice(0, 2)}-${name.slice(2)}`
}
