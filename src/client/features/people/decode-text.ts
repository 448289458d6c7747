interface Decoded {
  /** What is no text in the encoding stands as U+FFFD. */
  readonly text: string
  /** `mixed`: most lines are UTF-8, some are not. `old`: one of the encodings of before Unicode (TCVN3, VNI). */
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1258' | 'mixed' | 'old'
}

/** Bytes as text, by what they are: marks at the beginning first, then line by line. Undefined for what is no text. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    return { text, encoding: 'utf-16' }
  }
  if (bytes.some(byte => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return undefined
  const whole = decodeStrictly('utf-8', bytes)
  if (whole !== undefined) return { text: whole, encoding: 'utf-8' }
  const lines = splitLines(bytes).filter(line => line.some(byte => byte > 127))
  const hasUtf8 = lines.some(line => decodeStrictly('utf-8', line) !== undefined)
  if (hasUtf8) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'mixed' }
  const text = decodeStrictly('windows-1258', bytes)?.normalize('NFC')
  return text === undefined || hasOddSigns(text)
    ? { text: '', encoding: 'old' }
    : { text, encoding: 'windows-1258' }
}

/** TCVN3 has its letters where Windows has these signs; in names and units they have no business. */
const hasOddSigns = (text: string): boolean => /[\u0080-\u009f¡-©«-¿×÷ÃÕãõÞþÐðÝýÅåÆæØøÎîÏï]/u.test(text)

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function splitLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, at))
    from = at + 1
  }
  return [...lines, bytes.subarray(from)]
}
