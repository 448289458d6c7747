import { randomInt } from 'node:crypto'

/** Nothing that looks like another sign when it is written by hand. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password that is told once, over the telephone if need be: `k7mn-p3qr-x9tw`, 59 random bits. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return [group(), group(), group()].join('-')
}
