/** Kinds of trouble, audits among them; a history has some of them, so that each also meets few others. */
export const faultNames = [
  'network',
  'files',
  'crash',
  'serverCrash',
  'fullDisk',
  'clock',
  'serverClock',
  'image',
  'clone',
  'wipe',
  'scope',
  'restore',
  'forged',
  'skew',
  'illegal',
  'tabs',
  'meanwhile',
  'audits',
] as const

export type FaultName = (typeof faultNames)[number]
