import { directoryTypes, readDirectory } from '../../domain/people/directory.ts'
import { parseFeedId } from '../../domain/people/feed.ts'
import { createScope } from '../../domain/people/scope.ts'
import { documentType } from '../../domain/qms/document-fields.ts'
import { readDocument } from '../../domain/qms/document.ts'
import { isPhoto } from '../../domain/responses/evidence-file.ts'
import type { PersonStore } from '../database/person-store.ts'
import { toStored } from '../context/use-audit.ts'

interface Given {
  readonly store: Pick<PersonStore, 'listRows' | 'hasFile'>
  /** Fetches a file and keeps it; undefined when it cannot be had now. */
  readonly readFile: (sha256: string) => Promise<unknown>
  readonly person: string
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Three that do not come one after the other: there is no network, or their author has not sent them yet. */
const mostMisses = 3

/** What a tablet keeps of issued documents ahead: the newest 60 MB; others come when they are opened. */
const mostBytes = 60 * 1024 * 1024

/**
 * Fetches the files of the documents that are in force where this person works, newest first, so that the whole commune
 * can read them without a network. Who only reviews communes has too many; theirs come when they are opened.
 */
export async function fetchIssuedDocuments({ store, readFile, person, today }: Given): Promise<void> {
  const reference = await Promise.all(directoryTypes.map(type => store.listRows(type, '')))
  const directory = readDirectory(reference.flat())
  const scope = createScope(directory.assignmentsOf(person), directory.tree, today)
  if (scope.communesWhere('qms.write').length === 0) return
  const rows = await store.listRows(documentType, '')
  const own = rows.filter(({ feed }) => scope.mayDo('qms.write', parseFeedId(feed)?.unit ?? ''))
  const inForce = [...Map.groupBy(own, row => row.thing).values()]
    .flatMap(fields => readDocument(toStored(fields)).inForce ?? [])
    .sort((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1))
  let bytes = 0
  let misses = 0
  for (const [sha256, file] of inForce.flatMap(({ files }) => Object.entries(files))) {
    bytes += file.size
    if (bytes > mostBytes) return
    const thumb = isPhoto(file) ? file.thumb : null
    for (const wanted of thumb === null ? [sha256] : [thumb, sha256]) {
      if (await store.hasFile(wanted)) continue
      misses = (await readFile(wanted)) === undefined ? misses + 1 : 0
      if (misses === mostMisses) return
    }
  }
}
