/** Why a camera or microphone gives nothing: the person said no, or there is none (or another app holds it). */
export interface MediaProblem {
  readonly type: 'denied' | 'unavailable'
}

export function toMediaProblem(error: unknown): MediaProblem {
  const name = error instanceof DOMException ? error.name : ''
  return { type: name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'unavailable' }
}
