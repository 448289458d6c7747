/** What a rig has counted. */
export interface Tally {
  readonly kills: number
  /** Changes that were acknowledged, or shown as saved, before a kill. */
  readonly acknowledged: number
  readonly photos: number
  /** Those of both that were not there afterwards; each with words. */
  readonly lost: readonly string[]
}

/** What a rig is asked to do. */
export interface CrashGiven {
  readonly kills: number
  readonly seed: number
  /** The power of the disk is cut, too. */
  readonly power: boolean
  /** Without it loss must be seen: the rig's own check. */
  readonly isDurable: boolean
  readonly onKill: (done: number) => void
}

/**
 * With no loss in n tries, 95 % of the time the true rate is below 3/n ("rule of three": Hanley and Lippman-Hand,
 * JAMA 1983).
 */
export const boundOf = (tries: number): number => (tries === 0 ? 1 : Math.min(1, 3 / tries))
