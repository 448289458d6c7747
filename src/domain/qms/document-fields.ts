/** A document of a commune's quality management system: a thing of the feed `<commune>/unit`. */
export const documentType = 'document'

/** `document.<random>.<unit>`, or of a mandatory one `document.<its id>.<unit>`, so that two tablets begin the same. */
export const documentThing = (id: string, unit: string): string => `${documentType}.${id}.${unit}`

export function parseDocumentThing(
  thing: string,
): { readonly id: string; readonly unit: string } | undefined {
  const groups = /^document\.(?<id>[\w-]{1,40})\.(?<unit>.+)$/u.exec(thing)?.groups
  return groups && { id: groups['id'] ?? '', unit: groups['unit'] ?? '' }
}

export const documentTexts = ['title', 'code', 'clause', 'author', 'note'] as const
export type DocumentText = (typeof documentTexts)[number]

export const documentFields = {
  kind: 'kind',
  mandatory: 'mandatory',
  procedure: 'procedure',
  text: (name: DocumentText) => `text/${name}`,
  evidence: (revision: number, sha256: string) => `evidence/${revision}/${sha256}`,
  /** The revision that a person has read and understood. */
  read: (person: string) => `read/${person}`,
  /** The revision that a member of the staff without an account has signed for on paper, as somebody notes. */
  readOnPaper: (staff: string) => `onPaper/${staff}`,
  place: (name: string) => `places/${name}`,
  comment: (target: string, id: string) => `comments/${target}/${id}`,
  move: (id: string) => `moves/${id}`,
} as const

export type DocumentField =
  | { readonly kind: 'kind' | 'mandatory' | 'procedure' }
  | { readonly kind: 'text'; readonly name: DocumentText }
  | { readonly kind: 'evidence'; readonly revision: number; readonly sha256: string }
  | { readonly kind: 'read'; readonly person: string }
  | { readonly kind: 'readOnPaper'; readonly staff: string }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'comment'; readonly target: string; readonly id: string }
  | { readonly kind: 'move'; readonly id: string }

const plain = ['kind', 'mandatory', 'procedure'] as const

/** What a field of a document is; undefined when this build does not know it. */
export function parseDocumentField(field: string): DocumentField | undefined {
  const kind = plain.find(name => name === field)
  if (kind) return { kind }
  const [prefix = '', first, second, more] = field.split('/')
  if (!first || more !== undefined) return undefined
  if (second === undefined) {
    const text = documentTexts.find(name => name === first)
    if (prefix === 'text') return text && { kind: 'text', name: text }
    if (prefix === 'read') return { kind: 'read', person: first }
    if (prefix === 'onPaper') return { kind: 'readOnPaper', staff: first }
    if (prefix === 'places') return { kind: 'place', name: first }
    return prefix === 'moves' ? { kind: 'move', id: first } : undefined
  }
  if (second === '') return undefined
  if (prefix === 'comments') return { kind: 'comment', target: first, id: second }
  return prefix === 'evidence' && /^[1-9]\d{0,3}$/u.test(first)
    ? { kind: 'evidence', revision: Number(first), sha256: second }
    : undefined
}
