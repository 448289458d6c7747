import type { SaveProblem } from './app.ts'

/** The words of `responses:save` for what kept something from being saved. */
export const saveProblemKey = (
  type: SaveProblem['type'],
): `save.${'quotaExceeded' | 'valueTooLarge' | 'databaseGone' | 'failed'}` =>
  type === 'databaseFailed' ? 'save.failed' : `save.${type}`
