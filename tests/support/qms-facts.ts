import type { Finding } from '../../src/domain/audits/finding.ts'
import { readFinding } from '../../src/domain/audits/finding.ts'
import type { QmsFacts } from '../../src/domain/qms/qms-facts.ts'
import type { StoredField } from '../../src/domain/audits/stored-field.ts'
import { readDocument, type Document } from '../../src/domain/qms/document.ts'
import { readRoad } from '../../src/domain/qms/road.ts'
import type { JsonValue } from '../../src/lib/json-value.ts'

/** Fields as they come from a feed, in their order. */
export const stored = (
  fields: Readonly<Record<string, JsonValue>>,
  author = 'somebody',
): readonly StoredField[] =>
  Object.entries(fields).map(([field, value], at) => ({ field, value, author, at: at + 1, order: at + 1 }))

/** A commune of which nothing is known, but for what is given. */
export const facts = (known: Partial<QmsFacts> = {}): QmsFacts => ({
  road: readRoad([]),
  survey: undefined,
  trainings: new Map(),
  sessions: [],
  quizzes: [],
  interviews: [],
  documents: new Map(),
  documentReviews: [],
  reports: [],
  findings: new Map(),
  reviews: new Map(),
  declarations: new Map(),
  onTimeRate: undefined,
  evaluations: [],
  auditableClauses: [],
  ...known,
})

/** A document that was issued on a day. */
export const issuedDocument = (issuedOn: string, more: Readonly<Record<string, JsonValue>> = {}): Document =>
  readDocument(
    stored({
      kind: 'procedure',
      ...more,
      'moves/a': { to: 'inReview' },
      'moves/b': { to: 'approved' },
      'moves/c': { to: 'issued', decision: '12/QĐ-UBND', issuedOn },
    }),
  )

const request = {
  audit: 'audit.2017.1-1.06010@2017-10-15',
  standard: '2008',
  clauses: ['4.2.3'],
  otherClauses: ['7.5.3'],
  requirement: 'Tài liệu được kiểm soát',
  proof: 'Quầy số 2',
  nature: 'Biểu mẫu cũ còn trên quầy',
  area: 'oneStop',
  responsible: '',
  lead: 'lead',
  raisedOn: '2017-11-20',
  dueOn: '2017-12-20',
  repeats: [],
}

/** A signed finding with an amendment that a second person agreed to, and one that waits. */
export const amendedFinding = (): Finding =>
  readFinding([
    ...stored(
      {
        request: { ...request, grade: 'minor' },
        'amendments/a': { part: 'area', value: 'land', reason: 'Ghi nhầm bộ phận' },
        'amendments/b': { part: 'nature', value: 'Chưa ai đồng ý', reason: 'Viết lại' },
      },
      'tuan',
    ),
    ...stored({ 'agreements/a': true }, 'van'),
  ])

/** A finding of a grade, moved through the given states. */
export const finding = (
  grade: string,
  moves: readonly string[] = [],
  action: Readonly<Record<string, string>> = {},
): Finding =>
  readFinding(
    stored({
      request: { ...request, grade },
      ...Object.fromEntries(Object.entries(action).map(([part, value]) => [`action/${part}`, value])),
      ...Object.fromEntries(moves.map((to, at) => [`moves/${at}`, { to }])),
    }),
  )
