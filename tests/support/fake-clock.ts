/** A clock that stands still until it is told: `clock.now()` in milliseconds since 1970. */
export interface FakeClock {
  readonly now: () => number
  readonly today: () => string
  readonly advance: (ms: number) => void
  /** Also backwards: a tablet's clock may be years wrong. */
  readonly set: (at: number | string) => void
}

export function fakeClock(start: number | string = '2017-11-01T08:00:00+07:00'): FakeClock {
  let at = toMs(start)
  return {
    now: () => at,
    today: () => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10),
    advance: ms => {
      at += ms
    },
    set: to => {
      at = toMs(to)
    },
  }
}

const toMs = (at: number | string): number => (typeof at === 'number' ? at : Date.parse(at))
