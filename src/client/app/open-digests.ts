import type { Contacts, Digests } from '../context/app.ts'
import { createDigestStore } from '../database/digest-store.ts'
import type { PersonDatabase } from '../database/person-database.ts'
import type { PersonStore } from '../database/person-store.ts'

export const openDigests = (
  database: PersonDatabase,
  { readNote, writeNote }: Pick<PersonStore, 'readNote' | 'writeNote'>,
): Digests => ({
  ...createDigestStore(database),
  knownContacts: async () => (await readNote('contacts')) as Contacts | undefined,
  keepContacts: contacts => writeNote('contacts', contacts),
})
