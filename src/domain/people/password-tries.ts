/** Wrong passwords in a row, and when the last one was given (milliseconds since 1970). */
export interface PasswordTries {
  readonly wrong: number
  readonly lastAt: number
}

export const noTries: PasswordTries = { wrong: 0, lastAt: 0 }

/** So many may be wrong before each further one has to wait. */
const freeTries = 5
const pauseMs = 30_000

/** Seconds until the next password is listened to; 0 when it is at once. */
export function secondsToWait({ wrong, lastAt }: PasswordTries, now: number): number {
  // A clock that was set back must not lock anybody out for years.
  if (wrong < freeTries || lastAt > now) return 0
  return Math.ceil(Math.max(0, lastAt + pauseMs - now) / 1000)
}

export const addWrongTry = ({ wrong }: PasswordTries, now: number): PasswordTries => ({
  wrong: wrong + 1,
  lastAt: now,
})

/** As a text for where settings are kept: `<wrong> <lastAt>`. */
export const triesToText = ({ wrong, lastAt }: PasswordTries): string => `${wrong} ${lastAt}`

export function textToTries(text: string | null): PasswordTries {
  const [wrong = 0, lastAt = 0] = (text ?? '').split(' ').map(Number)
  return Number.isFinite(wrong) && Number.isFinite(lastAt) ? { wrong, lastAt } : noTries
}
