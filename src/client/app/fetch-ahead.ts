import type { PersonStore } from '../database/person-store.ts'
import { fetchFormPictures } from './fetch-form-pictures.ts'
import { fetchIssuedDocuments } from './fetch-issued-documents.ts'

interface Given {
  readonly store: PersonStore
  readonly readFile: (sha256: string) => Promise<unknown>
  readonly person: string
  readonly today: string
}

/** What people will open without a network: pictures of forms, then documents that are in force. */
export async function fetchAhead(given: Given): Promise<void> {
  await fetchFormPictures(given)
  await fetchIssuedDocuments(given)
}
