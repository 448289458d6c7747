/** A signed audit report, as the commune has it: a thing of the feed `<commune>/unit`. */
export const reportType = 'auditReport'

/** Who signs: the lead auditor when issuing it, the audited commune's head when receiving it. */
export const signers = ['lead', 'auditee'] as const
export type Signer = (typeof signers)[number]

export const reportFields = {
  /** What was signed; written once. In parts, since a value may have 64 KB: `content/0` … then `head`. */
  part: (index: number) => `content/${index}`,
  head: 'head',
  signature: (signer: Signer) => `signatures/${signer}`,
  evidence: (signer: Signer, sha256: string) => `evidence/${signer}/${sha256}`,
  move: (id: string) => `moves/${id}`,
  comment: (target: string, id: string) => `comments/${target}/${id}`,
} as const

export type ReportField =
  | { readonly kind: 'head' }
  | { readonly kind: 'part'; readonly index: number }
  | { readonly kind: 'signature'; readonly signer: Signer }
  | { readonly kind: 'evidence'; readonly signer: Signer; readonly sha256: string }
  | { readonly kind: 'move'; readonly id: string }
  | { readonly kind: 'comment'; readonly target: string; readonly id: string }

const mostParts = 40

/** What a field of a report is; undefined when this build does not know it. */
export function parseReportField(field: string): ReportField | undefined {
  if (field === 'head') return { kind: 'head' }
  const [prefix = '', first, second, more] = field.split('/')
  if (!first || more !== undefined) return undefined
  const signer = signers.find(name => name === first)
  if (second === undefined) {
    if (prefix === 'moves') return { kind: 'move', id: first }
    if (prefix === 'signatures') return signer && { kind: 'signature', signer }
    const index = prefix === 'content' && /^\d{1,2}$/u.test(first) ? Number(first) : mostParts
    return index < mostParts ? { kind: 'part', index } : undefined
  }
  if (second === '') return undefined
  if (prefix === 'comments') return { kind: 'comment', target: first, id: second }
  return prefix === 'evidence' && signer ? { kind: 'evidence', signer, sha256: second } : undefined
}
