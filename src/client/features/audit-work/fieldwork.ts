import { findingSlot } from '../../../domain/audits/audit-fields.ts'
import { topicOf } from '../../../domain/audits/audit-topic.ts'
import { nextNumber } from '../../../domain/audits/audit-number.ts'
import { readAudit, type Audit, type Check } from '../../../domain/audits/audit.ts'
import type { DraftFinding } from '../../../domain/audits/draft-finding.ts'
import type { StoredField } from '../../../domain/audits/stored-field.ts'
import { isSameJson, type JsonValue } from '../../../lib/json-value.ts'
import { conflictField, loserOfSettled, readConflict } from '../../../sync/protocol/conflict.ts'
import type { Row } from '../../../sync/replica/row.ts'
import type { SaveProblem } from '../../context/app.ts'
import { createFieldSaver, type SaveChanges, type Timing } from '../../context/field-saver.ts'
import { listConflicts, type ConflictView } from '../../context/list-conflicts.ts'
import { toStored } from '../../context/use-audit.ts'

/** Where what a card shows is, in the order of how much the person must know it. */
export type Whereabouts = 'none' | 'saving' | 'failed' | 'onTablet' | 'atServer'

interface TopicView {
  readonly whereabouts: Whereabouts
  /** Why something of it could not be saved. */
  readonly problem: SaveProblem | undefined
  readonly conflicts: readonly ConflictView[]
  /** Who wrote of it and when they last did, the latest first. */
  readonly recorded: readonly { readonly author: string; readonly at: number }[]
}

export interface CheckView extends TopicView {
  readonly check: Check | undefined
  /** Numbers of the findings that came of it. */
  readonly findings: readonly string[]
}

export interface FindingView extends TopicView {
  readonly finding: DraftFinding | undefined
}

/**
 * One audit open for fieldwork: what is stored and what is being saved, check by check and finding by finding. A view
 * keeps its identity until something of it has changed, so a tap renders one card again.
 */
export interface Fieldwork {
  /** All of it, with what is not saved yet. */
  audit: () => Audit
  check: (key: string) => CheckView
  finding: (number: string) => FindingView
  /** Of a check or a finding, by its topic. */
  whereabouts: (topic: string) => Whereabouts
  /** Calls back when a check's or finding's view changed (`topicOf`); `null` listens to all. */
  subscribe: (topic: string | null, listener: () => void) => () => void
  /** Grows with every change. */
  revision: () => number
  applyRows: (rows: readonly Row[]) => void
  /** The next number of a seat for a finding; never the same twice, saved or not. */
  takeNumber: (seat: number) => string
  /** Shown at once; saved at once or when typing pauses. */
  put: (field: string, value: JsonValue, timing: Timing) => void
  /** Saves what waits; resolves when all of it is saved or has failed. */
  flush: () => Promise<void>
  retry: () => void
  /** Something the person entered is not in the database. */
  hasFailed: () => boolean
}

interface Parts {
  readonly rows: readonly Row[]
  readonly person: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly save: SaveChanges
  /** When the save of a tap begins; left out: at once. */
  readonly begin?: ((save: () => void) => void) | undefined
}

export function createFieldwork({ rows, person, now, save, begin }: Parts): Fieldwork {
  let stored = new Map(rows.map(row => [row.field, row]))
  /** What the person entered and the rows do not say yet. */
  const entered = new Map<string, StoredField>()
  let topics = byTopic(stored)
  let conflicts = listConflicts(stored)
  let revision = 0
  let folded: { readonly revision: number; readonly audit: Audit } | undefined
  let findingsByCheck = listFindings(stored)
  const checks = new Map<string, CheckView>()
  /** As they were last given out: the same photos are the same object, however often the card is asked. */
  const photos = new Map<string, Photos>()
  const findings = new Map<string, FindingView>()
  const numbers = new Set<string>()
  const listeners = new Map<string | null, Set<() => void>>()
  const saver = createFieldSaver({ save, begin, onChange: field => touch([topicOf(field)]) })
  for (const row of rows) saver.show(row.field, row.op)

  function touch(changed: Iterable<string>): void {
    revision++
    for (const topic of changed) {
      checks.delete(topic)
      findings.delete(topic)
      for (const listener of listeners.get(topic) ?? []) listener()
    }
    for (const listener of listeners.get(null) ?? []) listener()
  }

  const fieldsOf = (topic: string): ReadonlySet<string> => {
    const own = [...entered.keys()].filter(field => topicOf(field) === topic)
    return new Set([...(topics.get(topic) ?? []), ...own])
  }

  function entriesOf(fields: Iterable<string>): readonly StoredField[] {
    return [...fields].flatMap(field => {
      const own = entered.get(field)
      const row = stored.get(field)
      return own ? [own] : row ? toStored([row]) : []
    })
  }

  function viewTopic(topic: string, fields: ReadonlySet<string>, entries: readonly StoredField[]): TopicView {
    const states = [...fields].map(field => saver.state(field))
    const failed = states.find(state => state.type === 'failed')
    const isSaving = states.some(({ type }) => type === 'waiting' || type === 'saving')
    const isHere = [...fields].some(
      field => saver.state(field).type === 'saved' || (stored.get(field)?.pending ?? null) !== null,
    )
    const last = new Map<string, number>()
    for (const { author, at, value } of entries)
      if (value !== null) last.set(author, Math.max(last.get(author) ?? 0, at))
    return {
      whereabouts: failed
        ? 'failed'
        : isSaving
          ? 'saving'
          : isHere
            ? 'onTablet'
            : last.size > 0
              ? 'atServer'
              : 'none',
      problem: failed?.problem,
      conflicts: conflicts.filter(({ field }) => topicOf(field) === topic),
      recorded: [...last].map(([author, at]) => ({ author, at })).sort((a, b) => b.at - a.at),
    }
  }

  function withSamePhotos<T extends { readonly photos: Photos }>(
    topic: string,
    made: T | undefined,
  ): T | undefined {
    if (!made) return undefined
    const before = photos.get(topic)
    const names = Object.keys(made.photos)
    const isSame =
      before && names.length === Object.keys(before).length && names.every(name => name in before)
    if (isSame) return { ...made, photos: before }
    photos.set(topic, made.photos)
    return made
  }

  function applyRows(next: readonly Row[]): void {
    const before = stored
    stored = new Map(next.map(row => [row.field, row]))
    const changed = [...new Set([...stored.keys(), ...before.keys()])].filter(
      field => !isSameRow(stored.get(field), before.get(field)),
    )
    if (changed.length === 0) return
    topics = byTopic(stored)
    conflicts = listConflicts(stored)
    const touched = new Set<string>()
    for (const field of changed) {
      touched.add(topicOf(fieldAtStake(field)))
      // What the person is typing or saving right now is newer than anything that was stored before it.
      if (saver.isDirty(field)) continue
      entered.delete(field)
      saver.show(field, stored.get(field)?.op ?? null)
    }
    if (changed.some(isFindingPart)) {
      findingsByCheck = listFindings(stored)
      for (const topic of checks.keys()) touched.add(topic)
    }
    touch(touched)
  }

  /** What a conflict, or its settling, is about; any other field itself. */
  function fieldAtStake(field: string): string {
    const settled = loserOfSettled(field)
    const name = settled === undefined ? field : conflictField(settled)
    return readConflict(stored.get(name)?.value)?.field ?? field
  }

  function audit(): Audit {
    if (folded?.revision !== revision)
      folded = { revision, audit: readAudit(entriesOf(new Set([...stored.keys(), ...entered.keys()]))) }
    return folded.audit
  }

  function check(key: string): CheckView {
    const known = checks.get(key)
    if (known) return known
    const fields = fieldsOf(key)
    const entries = entriesOf(fields)
    const made: CheckView = {
      ...viewTopic(key, fields, entries),
      check: withSamePhotos(key, readAudit(entries).checks.get(key)),
      findings: findingsByCheck.get(key) ?? none,
    }
    checks.set(key, made)
    return made
  }

  function finding(number: string): FindingView {
    const topic = findingSlot(number)
    const known = findings.get(topic)
    if (known) return known
    const fields = fieldsOf(topic)
    const entries = entriesOf(fields)
    const made: FindingView = {
      ...viewTopic(topic, fields, entries),
      finding: withSamePhotos(topic, readAudit(entries).findings.get(number)),
    }
    findings.set(topic, made)
    return made
  }

  return {
    audit,
    check,
    finding,
    whereabouts: topic => {
      const number = topic.startsWith(findingSlot('')) ? topic.slice(findingSlot('').length) : undefined
      return (number === undefined ? check(topic) : finding(number)).whereabouts
    },
    takeNumber(seat) {
      const number = nextNumber(seat, [...audit().findings.keys(), ...numbers])
      numbers.add(number)
      return number
    },
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set()
      listeners.set(topic, set.add(listener))
      return () => set.delete(listener)
    },
    revision: () => revision,
    applyRows,
    put(field, value, timing) {
      entered.set(field, { field, value, author: person, at: now(), order: Infinity })
      saver.put(field, value, timing)
      touch([topicOf(field)])
    },
    flush: () => saver.flush(),
    retry: () => saver.retry(),
    hasFailed: () => saver.hasFailed(),
  }
}

const none: readonly string[] = []

type Photos = Check['photos']

function byTopic(stored: ReadonlyMap<string, Row>): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(stored.keys(), topicOf)
}

const isFindingPart = (field: string): boolean => field.startsWith('findings/')

/** Findings that stand, by the checks that they came of. */
function listFindings(stored: ReadonlyMap<string, Row>): ReadonlyMap<string, readonly string[]> {
  const rows = [...stored.values()].filter(({ field }) => isFindingPart(field))
  const found = new Map<string, string[]>()
  for (const { number, checks, withdrawn } of readAudit(toStored(rows)).findings.values())
    for (const key of withdrawn ? [] : checks) found.set(key, [...(found.get(key) ?? []), number])
  return found
}

const isSameRow = (a: Row | undefined, b: Row | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.op === b.op &&
  a.seq === b.seq &&
  a.pending === b.pending &&
  isSameJson(a.value, b.value)
