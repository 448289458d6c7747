import { toUtf8 } from '../utf8.ts'

/**
 * A content line of a calendar file in pieces of at most 75 octets, each but the first behind a space (RFC 5545, 3.1).
 * Never cuts a character in two, so that each piece is UTF-8 by itself.
 */
export function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const own = toUtf8(character).length
    if (octets + own > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += own
  }
  return folded
}
