/** A commune's road through a programme, with what stands in no document: a thing of the feed `<commune>/unit`. */
export const roadType = 'road'

export const roadThing = (programme: string, unit: string): string => `${roadType}.${programme}.${unit}`

export function parseRoadThing(
  thing: string,
): { readonly programme: string; readonly unit: string } | undefined {
  const groups = /^road\.(?<programme>[\w-]{1,60})\.(?<unit>.+)$/u.exec(thing)?.groups
  return groups && { programme: groups['programme'] ?? '', unit: groups['unit'] ?? '' }
}

/** `step` and `gate` are ids of `content/qms/steps.json` and of the readiness form. */
export const roadFields = {
  /** `{ plannedOn, owner, note }` */
  step: (step: string) => `steps/${step}`,
  /** `{ on, note }`: done by word of a person, beside what is computed; it needs a proof. */
  done: (step: string) => `done/${step}`,
  /** Proof of a step or a gate. */
  evidence: (slot: string, sha256: string) => `evidence/${slot}/${sha256}`,
  /** `{ value: 'met' | 'notMet' | 'na', reason }` of a gate that is looked at, or against what is computed. */
  gate: (gate: string) => `gates/${gate}`,
  /** Who works within the scope: `{ name, post, from, to }`. */
  staff: (id: string) => `staff/${id}`,
  /** An administrative procedure that the declaration will cover: `{ title, area }`. */
  procedure: (id: string) => `procedures/${id}`,
  /** A clause that does not apply, and why; within clause 7 only (TCVN ISO 9001:2008, 1.2). */
  exclusion: (clause: string) => `exclusions/${clause}`,
  /** The commune's own target of an indicator (`content/qms/indicators.json`), a number. */
  target: (indicator: string) => `targets/${indicator}`,
  comment: (target: string, id: string) => `comments/${target}/${id}`,
} as const

const byName = {
  steps: 'step',
  done: 'done',
  gates: 'gate',
  staff: 'staff',
  procedures: 'procedure',
  exclusions: 'exclusion',
  targets: 'target',
} as const

export type RoadField =
  | { readonly kind: (typeof byName)[keyof typeof byName]; readonly name: string }
  | { readonly kind: 'evidence'; readonly slot: string; readonly sha256: string }
  | { readonly kind: 'comment'; readonly target: string; readonly id: string }

/** What a field of a road is; undefined when this build does not know it. */
export function parseRoadField(field: string): RoadField | undefined {
  const [prefix = '', first, second, more] = field.split('/')
  if (!first || more !== undefined) return undefined
  if (second === undefined)
    return Object.hasOwn(byName, prefix)
      ? { kind: byName[prefix as keyof typeof byName], name: first }
      : undefined
  if (second === '') return undefined
  if (prefix === 'comments') return { kind: 'comment', target: first, id: second }
  return prefix === 'evidence' ? { kind: 'evidence', slot: first, sha256: second } : undefined
}
