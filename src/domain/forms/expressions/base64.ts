const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** RFC 4648, section 4. */
export function toBase64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3)
    const bits = (a << 16) | (b << 8) | c
    for (let digit = 0; digit < 4; digit++)
      text += at + digit > bytes.length ? '=' : digits.charAt((bits >> (18 - 6 * digit)) & 63)
  }
  return text
}

/** Undefined when the text is no base64. Spaces and missing `=` are allowed. */
export function fromBase64(text: string): readonly number[] | undefined {
  const written = text.replace(/\s/gu, '').replace(/={1,2}$/u, '')
  if (!/^[A-Za-z0-9+/]*$/u.test(written) || written.length % 4 === 1) return undefined
  const bytes: number[] = []
  let [bits, held] = [0, 0]
  for (const digit of written) {
    bits = ((bits << 6) | digits.indexOf(digit)) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes.push((bits >> held) & 255)
  }
  return bytes
}
