/** Lets so many in at once and turns the others away; nobody waits in line (a tablet's patience ends while it would). */
export interface Turnstile {
  isFull: () => boolean
  /** How to leave again, exactly once; undefined when it is full. */
  enter: () => (() => void) | undefined
  /** In how many seconds to come again: one turned away after the other hears another number, so that they spread. */
  comeAgainIn: () => number
}

const seconds = { least: 2, spread: 8 } as const

export function createTurnstile(most: number): Turnstile {
  let inside = 0
  let turnedAway = 0
  return {
    isFull: () => inside >= most,
    enter() {
      if (inside >= most) return undefined
      inside += 1
      let hasLeft = false
      return () => {
        if (!hasLeft) inside -= 1
        hasLeft = true
      }
    },
    comeAgainIn: () => seconds.least + (turnedAway++ % seconds.spread),
  }
}
