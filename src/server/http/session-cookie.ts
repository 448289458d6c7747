import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** 256 random bits; only its SHA-256 is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** `__Host-` cookies need https; http://localhost gets a plain name. */
const nameFor = (origin: string): string =>
  origin.startsWith('https:') ? '__Host-isoxa-session' : 'isoxa-session'

const optionsFor = (origin: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: origin.startsWith('https:') }) as const

export const readToken = (c: Context, origin: string): string | undefined => getCookie(c, nameFor(origin))

export function writeToken(c: Context, origin: string, token: string, maxAgeMs: number): void {
  setCookie(c, nameFor(origin), token, { ...optionsFor(origin), maxAge: Math.floor(maxAgeMs / 1000) })
}

export function clearToken(c: Context, origin: string): void {
  deleteCookie(c, nameFor(origin), optionsFor(origin))
}
