/** Seconds, fraction and the zone of Vietnam, as ODK writes them after the minutes that people type. */
const rest = ':00.000+07:00'

/** `HH:mm` or `YYYY-MM-DDTHH:mm` as an answer is kept. */
export const toAnswer = (typed: string | null): string | null => typed && `${typed}${rest}`

/** The part of a kept answer that people read and type. */
export const toTyped = (kept: string | null): string | null =>
  kept && (/^(?:\d{4}-\d{2}-\d{2}T)?\d{2}:\d{2}/u.exec(kept)?.[0] ?? kept)
