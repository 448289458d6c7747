export const paperKinds = [
  'report',
  'plan',
  'team',
  'checklist',
  'opening',
  'closing',
  'programme',
  'car',
  'review',
  'declaration',
  'decision',
  'attendance',
  'certificates',
] as const
export type PaperKind = (typeof paperKinds)[number]

export const isPaperKind = (text: string | undefined): text is PaperKind =>
  paperKinds.some(kind => kind === text)

/** Papers of a commune as a whole; their thing is the commune's road. */
export const communePaperKinds = ['register', 'readiness', 'effectiveness'] as const
export type CommunePaperKind = (typeof communePaperKinds)[number]

export const isCommunePaperKind = (text: string | undefined): text is CommunePaperKind =>
  communePaperKinds.some(kind => kind === text)
