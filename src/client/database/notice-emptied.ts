import type { DeviceStore } from './device-store.ts'
import type { PersonStore } from './person-store.ts'

/** What was found at the start of a person's work (ST5). */
export type StartFinding =
  | { readonly type: 'intact' | 'firstUse' }
  /** The browser deleted the person's data. `waitingOps`: unsent ops at the last count, if that is still known. */
  | { readonly type: 'emptied'; readonly waitingOps: number | null }

/**
 * A second memory outside IndexedDB, which a browser empties for a whole site at once: `localStorage`. It holds
 * a mark and nothing of value (ST2).
 */
export type Witness = Pick<Storage, 'getItem' | 'setItem'>

const mark = (person: string): string => `isoxa-used-${person}`

/**
 * Tells a person's first use of the tablet from an emptied database, and marks the database as used. The app
 * says `emptied` loudly; the pull then starts from zero, so nothing on the server is overwritten with emptiness.
 */
export async function noticeEmptied({
  person,
  store,
  device,
  witness,
}: {
  readonly person: string
  readonly store: Pick<PersonStore, 'begin'>
  readonly device: DeviceStore
  readonly witness: Witness
}): Promise<StartFinding> {
  const [known, isNew] = await Promise.all([device.getPerson(person), store.begin()])
  const wasUsed = known?.hasDatabase === true || witness.getItem(mark(person)) !== null
  if (!known?.hasDatabase) await device.putPerson({ id: person, hasDatabase: true })
  witness.setItem(mark(person), '1')
  if (!isNew) return { type: 'intact' }
  return wasUsed
    ? { type: 'emptied', waitingOps: known?.hasDatabase ? known.waitingOps : null }
    : { type: 'firstUse' }
}
