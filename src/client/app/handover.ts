import { err, ok } from '../../lib/result.ts'
import { addWrongTry, secondsToWait, textToTries, triesToText } from '../../domain/people/password-tries.ts'
import type { Gate } from '../context/gate.ts'
import type { Handover } from '../context/handover.ts'
import type { DeviceStore } from '../database/device-store.ts'
import { checkVerifier } from '../database/password-verifier.ts'

/** Settings of a tablet that is with its official. */
export const handedBack = { handover: null, handoverTries: null } as const

interface Given {
  readonly device: DeviceStore
  readonly signIn: Gate['signIn']
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

/** Hands the tablet to citizens and back: its lock is a setting of the tablet, so no reload or restart opens it. */
export function createHandover({ device, signIn, clock }: Given): Omit<Handover, 'thing'> {
  return {
    begin: thing => device.changeSettings({ handover: thing }),
    async takeBack(password) {
      const { currentPerson, handoverTries } = await device.settings()
      const tries = textToTries(handoverTries)
      const seconds = secondsToWait(tries, clock())
      if (seconds > 0) return err({ type: 'tooManyTries', seconds })
      const person = currentPerson === null ? undefined : await device.getPerson(currentPerson)
      // Counted before it is checked: closing the app while that takes its time gives no try for free.
      await device.changeSettings({ handoverTries: triesToText(addWrongTry(tries, clock())) })
      if (person?.verifier) {
        if (!(await checkVerifier(person.verifier, password))) return err({ type: 'wrongOffline' })
      } else {
        const signedIn = await signIn(person?.username ?? '', password)
        if (!signedIn.ok) return signedIn
      }
      await device.changeSettings(handedBack)
      return ok(true)
    },
  }
}
