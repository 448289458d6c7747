/** The process died here: nothing after this point happened, and nobody heard. */
export class Crash extends Error {
  constructor() {
    super('the simulator ended the process')
  }
}

/** As Dexie reports a full disk: the quota error hides inside (ST3). */
class FullDisk extends Error {
  override readonly name = 'AbortError'
  readonly inner = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
}

/**
 * Every await of a process passes its gate. A plan says at which of the next passes the process dies or finds the
 * disk full; a dead process passes no more, so that what it left running cannot go on in secret.
 */
export interface Gate {
  pass: () => void
  /** Beside the disk: it cannot be full here. */
  passBy: () => void
  /** At the pass after `passes` more. */
  plan: (fate: 'crash' | 'full', passes: number) => void
  /** The plan did not come to pass: forget it. */
  clear: () => void
  readonly isDead: () => boolean
  die: () => void
}

export function createGate(): Gate {
  let isDead = false
  let planned: { fate: 'crash' | 'full'; left: number } | undefined

  function die(): never {
    isDead = true
    planned = undefined
    throw new Crash()
  }

  return {
    pass() {
      if (isDead) throw new Crash()
      if (!planned || planned.left-- > 0) return
      if (planned.fate === 'crash') return die()
      planned = undefined
      throw new FullDisk('full')
    },
    passBy() {
      if (isDead) throw new Crash()
      if (planned?.fate === 'crash' && planned.left-- <= 0) die()
    },
    plan: (fate, passes) => {
      planned = { fate, left: passes }
    },
    clear: () => {
      planned = undefined
    },
    isDead: () => isDead,
    die: () => {
      isDead = true
    },
  }
}
