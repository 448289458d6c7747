import type { MetadataQuestion } from './form-version.ts'

/** What is known without asking when a response, or a row of it, is begun. */
export type Metadata = Readonly<Partial<Record<MetadataQuestion['source'], string>>>

/** The person's day and time in their own time zone, and what else comes from outside. */
export interface SessionClock {
  /** `YYYY-MM-DD` */
  readonly today: () => string
  /** ISO date-time with its offset; midnight of today when left out. */
  readonly now?: () => string
  /** 0 until 1, for `random()`; a constant when left out. */
  readonly random?: () => number
  readonly uuid?: () => string
  /**
   * Metadata of a row that begins now; a session without it gives rows none. Of the response as a whole they are given
   * at its start.
   */
  readonly metadata?: () => Metadata
  /** The language that `jr:choice-name()` and `label` speak; the form's default when left out. */
  readonly language?: string
}

export const nowOf = (clock: SessionClock): string => clock.now?.() ?? `${clock.today()}T00:00:00.000`
