import { err, ok } from '../../lib/result.ts'
import { addWrongTry, secondsToWait, textToTries, triesToText } from '../../domain/people/password-tries.ts'
import type { SignAs } from '../context/sign-as.ts'
import type { DeviceStore } from '../database/device-store.ts'
import { checkVerifier } from '../database/password-verifier.ts'
import { openPersonDatabase } from '../database/person-database.ts'
import { createPersonStore } from '../database/person-store.ts'

interface Given {
  readonly device: DeviceStore
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

/** Lets somebody else sign on this tablet into their own database (ST4); the tries are those of handing it back. */
export function createSignAs({ device, clock }: Given): SignAs {
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
  return {
    async listKnown() {
      const people = await device.listPeople()
      return new Set(people.filter(({ verifier }) => verifier).map(({ id }) => id))
    },
    async save({ person, password, changes, files }) {
      const { handoverTries } = await device.settings()
      const tries = textToTries(handoverTries)
      const seconds = secondsToWait(tries, clock())
      if (seconds > 0) return err({ type: 'tooManyTries', seconds })
      const known = await device.getPerson(person)
      if (!known?.verifier) return err({ type: 'unknownHere' })
      // Counted before it is checked: closing the app while that takes its time gives no try for free.
      await device.changeSettings({ handoverTries: triesToText(addWrongTry(tries, clock())) })
      if (!(await checkVerifier(known.verifier, password))) return err({ type: 'wrongPassword' })
      await device.changeSettings({ handoverTries: null })
      const database = await openPersonDatabase({ person })
      if (!database.ok) return err({ type: 'storeFailed' })
      const store = createPersonStore(database.value, { clock, random, person })
      try {
        const saved = await store.save(changes, files)
        if (!saved.ok) return saved
        // For the list at sign-in: what waits there is theirs to send.
        await device.putPerson({ id: person, waitingOps: await store.countWaiting() })
        return ok(true)
      } finally {
        store.close()
      }
    },
  }
}
