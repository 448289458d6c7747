import { setImmediate as otherWork } from 'node:timers/promises'
import { auditType } from '../../../domain/audits/audit-fields.ts'
import { readAudit } from '../../../domain/audits/audit.ts'
import { findingType } from '../../../domain/audits/finding-fields.ts'
import { readFinding } from '../../../domain/audits/finding.ts'
import { feedId } from '../../../domain/people/feed.ts'
import { documentType } from '../../../domain/qms/document-fields.ts'
import { readDocument } from '../../../domain/qms/document.ts'
import { responseType } from '../../../domain/responses/response-fields.ts'
import { readResponse } from '../../../domain/responses/response.ts'
import type { EntryStore } from '../../../sync/authority/entry-store.ts'
import { toStoredFields } from '../../../sync/authority/stored-fields.ts'
import type { Entry } from '../../../sync/protocol/op.ts'

/** Things of a commune: how many there are, and how many of them somebody has to go on with. */
export interface UnitWork {
  readonly things: number
  /** Responses that are not approved. */
  readonly responses: number
  /** Findings that are not closed. */
  readonly findings: number
  /** Documents that are not in force or obsolete. */
  readonly documents: number
  /** Audits that are not signed. */
  readonly audits: number
}

type Kind = Exclude<keyof UnitWork, 'things'>

/** What is open in each kind of thing, by type. */
const kinds: Readonly<Record<string, readonly [Kind, (entries: readonly Entry[]) => boolean]>> = {
  [responseType]: [
    'responses',
    entries => {
      const { form, state } = readResponse(toStoredFields(entries))
      return form !== undefined && state !== 'approved'
    },
  ],
  [findingType]: [
    'findings',
    entries => !['closed', 'noted'].includes(readFinding(toStoredFields(entries)).state),
  ],
  [documentType]: [
    'documents',
    entries => !['issued', 'obsolete'].includes(readDocument(toStoredFields(entries)).state),
  ],
  [auditType]: ['audits', entries => readAudit(toStoredFields(entries)).state !== 'signed'],
}

/** Counts the work of communes, feed by feed; those without any are left out. */
export async function countWork(
  entries: Pick<EntryStore, 'heads' | 'readTypes'>,
  units: readonly string[],
): Promise<Readonly<Record<string, UnitWork>>> {
  const heads = await entries.heads(units.flatMap(unit => [feedId(unit, 'unit'), feedId(unit, 'audit')]))
  const work: Record<string, UnitWork> = {}
  for (const unit of units) {
    const feeds = [feedId(unit, 'unit'), feedId(unit, 'audit')].filter(feed => heads.get(feed)?.head)
    if (feeds.length === 0) continue
    const counted = { things: 0, responses: 0, findings: 0, documents: 0, audits: 0 }
    for (const feed of feeds) {
      const found = await entries.readTypes(feed, Object.keys(kinds))
      for (const fields of Map.groupBy(found, ({ thing }) => thing).values()) {
        counted.things += 1
        const [kind, isOpen] = kinds[fields[0]?.type ?? ''] ?? []
        if (kind && isOpen?.(fields)) counted[kind] += 1
      }
    }
    work[unit] = counted
    await otherWork()
  }
  return work
}
