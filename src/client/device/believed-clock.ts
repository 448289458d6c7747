/** What the server said the time was, and what the tablet thought then; both in milliseconds since 1970. */
export interface TimeContact {
  readonly server: number
  readonly tablet: number
}

export interface BelievedClock {
  /** Milliseconds since 1970. */
  now: () => number
  /** The server has told its time. True when that is worth remembering. */
  learn: (server: number) => boolean
  /** Undefined before the first contact. */
  contact: () => TimeContact | undefined
}

/** Nearer than that the tablet is right, and what the person sees on its status bar counts. */
const toleranceMs = 12 * 3600 * 1000
const worthRememberingMs = 3600 * 1000

/**
 * A tablet whose battery was empty begins again in 1970 or in the year it was built, and then nobody has a role yet.
 * The server's time, heard at the last contact, corrects a clock that is wrong by more than half a day, and it never
 * is earlier than then.
 */
export function createBelievedClock(tablet: () => number, remembered?: TimeContact): BelievedClock {
  let contact = remembered
  let kept = remembered

  const offsetOf = ({ server, tablet: then }: TimeContact): number => {
    const offset = server - then
    return Math.abs(offset) > toleranceMs ? offset : 0
  }
  return {
    now() {
      const now = tablet()
      return contact ? Math.max(now + offsetOf(contact), contact.server) : now
    },
    learn(server) {
      contact = { server, tablet: tablet() }
      const isWorth =
        !kept ||
        server - kept.server > worthRememberingMs ||
        Math.abs(offsetOf(contact) - offsetOf(kept)) > worthRememberingMs
      if (isWorth) kept = contact
      return isWorth
    },
    contact: () => contact,
  }
}

/** What was remembered, if it is one. */
export function readTimeContact(value: unknown): TimeContact | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { server, tablet } = value as Readonly<Record<string, unknown>>
  return typeof server === 'number' && typeof tablet === 'number' ? { server, tablet } : undefined
}
