/** The person's day and time, in their own time zone. */
export interface SessionClock {
  /** `YYYY-MM-DD` */
  readonly today: () => string
  /** ISO date-time with its offset; midnight of today when left out. */
  readonly now?: () => string
}

export const nowOf = (clock: SessionClock): string => clock.now?.() ?? `${clock.today()}T00:00:00.000`
