export const paperKinds = [
  'report',
  'plan',
  'checklist',
  'opening',
  'closing',
  'programme',
  'car',
  'review',
  'declaration',
] as const
export type PaperKind = (typeof paperKinds)[number]

export const isPaperKind = (text: string | undefined): text is PaperKind =>
  paperKinds.some(kind => kind === text)
