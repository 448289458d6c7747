/** A training session of a commune: a thing of the feed `<commune>/unit`. */
export const trainingType = 'training'

/** `training.<random>.<unit>` */
export const trainingThing = (id: string, unit: string): string => `${trainingType}.${id}.${unit}`

export function parseTrainingThing(
  thing: string,
): { readonly id: string; readonly unit: string } | undefined {
  const groups = /^training\.(?<id>[\w-]{1,40})\.(?<unit>.+)$/u.exec(thing)?.groups
  return groups && { id: groups['id'] ?? '', unit: groups['unit'] ?? '' }
}

export const trainingTexts = ['place', 'trainer', 'note'] as const
export type TrainingText = (typeof trainingTexts)[number]

const trainingDays = ['planned', 'held'] as const
type TrainingDay = (typeof trainingDays)[number]

/** Slot of the photos of the session; the other slots are people, with their signatures. */
export const sessionPhotos = 'photo'

/** A person is the id of a member of the road's staff, or, of a guest, a random one. */
export const trainingFields = {
  /** An id of `content/qms/training-topics.json`. */
  topic: 'topic',
  /** `YYYY-MM-DD` */
  day: (name: TrainingDay) => `days/${name}`,
  hours: 'hours',
  text: (name: TrainingText) => `text/${name}`,
  invited: (person: string) => `invited/${person}`,
  /** `{ name, post }` of who was there: two tablets that take attendance merge person by person. */
  attendance: (person: string) => `attendance/${person}`,
  evidence: (slot: string, sha256: string) => `evidence/${slot}/${sha256}`,
  /** Why it does not take place. */
  cancelled: 'cancelled',
} as const

export type TrainingField =
  | { readonly kind: 'topic' | 'hours' | 'cancelled' }
  | { readonly kind: 'day'; readonly name: TrainingDay }
  | { readonly kind: 'text'; readonly name: TrainingText }
  | { readonly kind: 'invited' | 'attendance'; readonly person: string }
  | { readonly kind: 'evidence'; readonly slot: string; readonly sha256: string }

const plain = ['topic', 'hours', 'cancelled'] as const
const isKey = (text: string): boolean => /^[\w-]{1,60}$/u.test(text)

/** What a field of a training session is; undefined when this build does not know it. */
export function parseTrainingField(field: string): TrainingField | undefined {
  const kind = plain.find(name => name === field)
  if (kind) return { kind }
  const [prefix = '', first, second, more] = field.split('/')
  if (!first || more !== undefined || !isKey(first)) return undefined
  if (prefix === 'evidence') return second ? { kind: 'evidence', slot: first, sha256: second } : undefined
  if (second !== undefined) return undefined
  if (prefix === 'invited' || prefix === 'attendance') return { kind: prefix, person: first }
  const day = trainingDays.find(name => name === first)
  if (prefix === 'days') return day && { kind: 'day', name: day }
  const text = trainingTexts.find(name => name === first)
  return prefix === 'text' && text ? { kind: 'text', name: text } : undefined
}
