import { sha256 } from './digest.ts'
import { toUtf8 } from './utf8.ts'

/** SHA-256 of a text's UTF-8, in hex. */
export const sha256OfText = (text: string): string =>
  [...sha256(toUtf8(text))].map(byte => byte.toString(16).padStart(2, '0')).join('')
