import type { Hlc } from './op.ts'

const ticksPerMs = 1024
const latestMs = Math.floor(Number.MAX_SAFE_INTEGER / ticksPerMs) - 1

/** An instant of the wall clock as a clock value; any number is accepted, the clock never throws (SY5). */
export function hlcOfMs(ms: number): Hlc {
  if (!(ms > 0)) return 0
  return Math.min(Math.floor(ms), latestMs) * ticksPerMs
}

/** Milliseconds since 1970 of a clock value. */
export const msOfHlc = (hlc: Hlc): number => Math.floor(hlc / ticksPerMs)

/** The next value of a device's clock: never behind the wall clock, always after the last one. */
export const nextHlc = (last: Hlc, nowMs: number): Hlc => Math.max(hlcOfMs(nowMs), last + 1)

/**
 * The clock value an op counts with (SY5): clamped to the server's time, so that a fast clock cannot
 * poison the feed, and after the value its author saw, so that an edit always beats what it edited.
 */
export function effectiveHlc(hlc: Hlc, base: Hlc | undefined, serverNowMs: number): Hlc {
  const sane = Number.isSafeInteger(hlc) && hlc > 0 ? hlc : 0
  const clamped = Math.min(sane, hlcOfMs(serverNowMs) + ticksPerMs - 1)
  return base === undefined ? clamped : Math.max(clamped, base + 1)
}

/** True when (hlc, op) wins over the current version of a field: greater clock first, then greater op id. */
export function isLater(
  a: { readonly hlc: Hlc; readonly op: string },
  b: { readonly hlc: Hlc; readonly op: string },
): boolean {
  return a.hlc === b.hlc ? a.op > b.op : a.hlc > b.hlc
}
