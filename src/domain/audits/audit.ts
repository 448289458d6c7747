import { isRecord } from '../../lib/json-value.ts'
import { readEvidenceFile, type EvidenceFile } from '../responses/evidence-file.ts'
import { readCommentText, readFormName, type FormName } from '../responses/response.ts'
import { parseAuditField, signatureSlot, type AuditText } from './audit-fields.ts'
import { readAuditMove, type AuditMove } from './audit-move.ts'
import type { AuditState } from './audit-state.ts'
import { isStandard, type Standard } from './clause.ts'
import { readFindingPart, type DraftFinding, type DraftFindingPatch } from './draft-finding.ts'
import { byOrder, type StoredField } from './stored-field.ts'
import { readSample, readSampled, type Sample, type SampledFile } from './sample.ts'
import { readTimetableRow, type TimetableRow } from './timetable-row.ts'
import { isVerdict, type Verdict } from './verdict.ts'

/** A value with who wrote it and when it was recorded. */
export interface Recorded<T> {
  readonly value: T
  readonly author: string
  readonly at: number
}

/** One checklist item in one area, as far as the auditors are. */
export interface Check {
  readonly key: string
  readonly verdict: Recorded<Verdict> | undefined
  /** What was found, or why it does not apply or was not checked. */
  readonly note: string
  /** Objective evidence in words: file number, date, name of the form. */
  readonly proof: string
  readonly interviewed: string
  /** When it happened, `YYYY-MM-DDTHH:mm`, where that is not when it was recorded. */
  readonly happened: string | undefined
  readonly sample: Sample | undefined
  readonly sampled: readonly SampledFile[]
  readonly photos: Readonly<Record<string, EvidenceFile>>
  /** The latest change of any of it. */
  readonly recordedAt: number | undefined
}

export interface AuditComment {
  readonly id: string
  readonly target: string
  readonly text: string
  readonly author: string
  readonly at: number
  readonly order: number
}

export interface Audit {
  readonly standard: Standard
  readonly checklist: FormName | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly opening: string | undefined
  readonly closing: string | undefined
  readonly texts: Readonly<Partial<Record<AuditText, string>>>
  /** The team, by person; true for the lead auditor. */
  readonly team: ReadonlyMap<string, { readonly isLead: boolean }>
  readonly timetable: readonly TimetableRow[]
  /** By check key; only those that something was written of. */
  readonly checks: ReadonlyMap<string, Check>
  /** Draft findings by number, withdrawn ones too. */
  readonly findings: ReadonlyMap<string, DraftFinding>
  /** Members whose fieldwork is done. */
  readonly finished: ReadonlySet<string>
  /** Who added the picture of a drawn signature, by its SHA-256. */
  readonly signers: ReadonlyMap<string, string>
  readonly comments: readonly AuditComment[]
  readonly moves: readonly AuditMove[]
  readonly state: AuditState
}

type Building<T> = { -readonly [K in keyof T]: T[K] }

/** Folds the fields of one audit. Unknown fields are passed over (they stay stored, SY14). */
export function readAudit(entries: Iterable<StoredField>): Audit {
  const audit: Building<Omit<Audit, 'state'>> = {
    standard: '2008',
    checklist: undefined,
    from: undefined,
    to: undefined,
    opening: undefined,
    closing: undefined,
    texts: {},
    team: new Map(),
    timetable: [],
    checks: new Map(),
    findings: new Map(),
    finished: new Set(),
    signers: new Map(),
    comments: [],
    moves: [],
  }
  const texts: Record<string, string> = {}
  const team = new Map<string, { isLead: boolean }>()
  const timetable: TimetableRow[] = []
  const checks = new Map<string, Building<Check>>()
  const findings = new Map<string, DraftFindingPatch>()
  const finished = new Set<string>()
  const signers = new Map<string, string>()
  const comments: AuditComment[] = []
  const moves: AuditMove[] = []

  function checkOf(key: string, at: number): Building<Check> {
    const known = checks.get(key) ?? emptyCheck(key)
    known.recordedAt = Math.max(known.recordedAt ?? 0, at)
    checks.set(key, known)
    return known
  }

  for (const entry of entries) {
    const { value, author, at, order } = entry
    const field = parseAuditField(entry.field)
    if (!field || value === null) continue
    switch (field.kind) {
      case 'standard':
        if (isStandard(value)) audit.standard = value
        break
      case 'checklist':
        audit.checklist = readFormName(value) ?? audit.checklist
        break
      case 'from':
      case 'to':
      case 'opening':
      case 'closing':
        if (typeof value === 'string') audit[field.kind] = value
        break
      case 'text':
        if (typeof value === 'string') texts[field.name] = value
        break
      case 'team':
        if (isRecord(value)) team.set(field.person, { isLead: value['isLead'] === true })
        break
      case 'finished':
        if (value === true) finished.add(field.person)
        break
      case 'timetable': {
        const row = readTimetableRow(field.id, value)
        if (row) timetable.push(row)
        break
      }
      case 'verdict':
        if (isVerdict(value)) checkOf(field.check, at).verdict = { value, author, at }
        break
      case 'note':
      case 'proof':
      case 'interviewed':
        if (typeof value === 'string') checkOf(field.check, at)[field.kind] = value
        break
      case 'happened':
        if (typeof value === 'string') checkOf(field.check, at).happened = value
        break
      case 'sample': {
        const sample = readSample(value)
        if (sample) checkOf(field.check, at).sample = sample
        break
      }
      case 'sampled': {
        const file = readSampled(field.id, value)
        if (!file) break
        const check = checkOf(field.check, at)
        check.sampled = [...check.sampled, file].sort((a, b) => (a.id < b.id ? -1 : 1))
        break
      }
      case 'evidence': {
        const file = readEvidenceFile(value)
        if (!file) break
        if (field.slot === signatureSlot) signers.set(field.sha256, author)
        const check = field.slot.includes('@') ? checkOf(field.slot, at) : undefined
        if (check) check.photos = { ...check.photos, [field.sha256]: file }
        const number = field.slot.startsWith('finding:') ? field.slot.slice('finding:'.length) : undefined
        if (number === undefined) break
        const finding = findings.get(number) ?? {}
        findings.set(number, { ...finding, photos: { ...finding.photos, [field.sha256]: file } })
        break
      }
      case 'finding':
        findings.set(field.finding, {
          ...findings.get(field.finding),
          ...readFindingPart(field.part, value, { author, at }),
        })
        break
      case 'comment': {
        const text = readCommentText(value)
        const { id, target } = field
        if (text !== undefined) comments.push({ id, target, text, author, at, order })
        break
      }
      case 'move': {
        const move = readAuditMove(field.id, entry)
        if (move) moves.push(move)
        break
      }
    }
  }
  return {
    ...audit,
    texts,
    team,
    timetable: timetable.sort(byTime),
    checks,
    findings: new Map(
      [...findings]
        .sort(([a], [b]) => byNumber(a, b))
        .map(([number, patch]) => [number, { ...blankFinding(number), ...patch }]),
    ),
    finished,
    signers,
    comments: comments.sort(byOrder),
    moves: moves.sort(byOrder),
    state: moves.at(-1)?.to ?? 'draft',
  }
}

const emptyCheck = (key: string): Building<Check> => ({
  key,
  verdict: undefined,
  note: '',
  proof: '',
  interviewed: '',
  happened: undefined,
  sample: undefined,
  sampled: [],
  photos: {},
  recordedAt: undefined,
})

const blankFinding = (number: string): DraftFinding => ({
  number,
  grade: undefined,
  requirement: '',
  proof: '',
  nature: '',
  clauses: [],
  area: undefined,
  responsible: '',
  checks: [],
  withdrawn: undefined,
  photos: {},
  raisedBy: undefined,
  recordedAt: undefined,
})

/** Numbers of findings, in the order of seats and of their count. */
export function byNumber(a: string, b: string): number {
  const [seatA = 0, runA = 0] = a.split('-').map(Number)
  const [seatB = 0, runB = 0] = b.split('-').map(Number)
  return seatA - seatB || runA - runB
}

const byTime = (a: TimetableRow, b: TimetableRow): number => {
  const [left, right] = [`${a.day} ${a.start} ${a.id}`, `${b.day} ${b.start} ${b.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The lead auditor; undefined while the plan names none, or two. */
export function leadOf({ team }: Pick<Audit, 'team'>): string | undefined {
  const leads = [...team].filter(([, { isLead }]) => isLead)
  return leads.length === 1 ? leads[0]?.[0] : undefined
}
