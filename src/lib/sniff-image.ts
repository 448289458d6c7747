/** The kind of picture some bytes begin like; undefined when they begin like none that is taken. */
export function sniffImage(start: Uint8Array): 'image/jpeg' | 'image/png' | undefined {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, at) => start[at] === byte)
  if (begins([0xff, 0xd8, 0xff])) return 'image/jpeg'
  return begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ? 'image/png' : undefined
}
