const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How long backups are kept: one for each of the last minutes, hours and days. */
export interface Keep {
  readonly minutes: number
  readonly hours: number
  readonly days: number
}

/**
 * Which of these moments stay: the newest of each minute, hour and day that is still wanted, and the newest of all
 * whatever its age.
 */
export function chooseKept(moments: readonly number[], now: number, keep: Keep): ReadonlySet<number> {
  const newestFirst = [...moments].sort((a, b) => b - a)
  const kept = new Set(newestFirst.slice(0, 1))
  for (const [lengthMs, count] of [
    [minuteMs, keep.minutes],
    [hourMs, keep.hours],
    [dayMs, keep.days],
  ] as const) {
    const taken = new Set<number>()
    for (const at of newestFirst) {
      const slot = Math.floor(at / lengthMs)
      if (at < now - count * lengthMs || taken.has(slot)) continue
      taken.add(slot)
      kept.add(at)
    }
  }
  return kept
}
