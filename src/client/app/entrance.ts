import { err, ok, type Result } from '../../lib/result.ts'
import type { App } from '../context/app.ts'
import type { Gate, SignInProblem } from '../context/gate.ts'
import type { DeviceStore } from '../database/device-store.ts'
import { checkVerifier, makeVerifier } from '../database/password-verifier.ts'
import type { OpenProblem } from '../database/person-database.ts'
import { askToPersist } from '../database/storage-room.ts'
import { fetchDemo } from './demo.ts'
import { handedBack } from './handover.ts'
import type { Links } from './links.ts'
import { openApp, type OpenedApp } from './open-app.ts'

/** Who is at this tablet. */
export type Presence =
  | { readonly type: 'starting' | 'signedOut' }
  | { readonly type: 'signedIn'; readonly app: App }
  | { readonly type: 'storeProblem'; readonly problem: OpenProblem }

export interface Entrance {
  readonly gate: Gate
  /** Lets in whoever was here when the app was closed: no network is needed. */
  start: () => Promise<void>
}

interface Given {
  readonly device: DeviceStore
  readonly links: Links
  readonly onChange: (presence: Presence) => void
}

/**
 * Signing in and out on a shared tablet. Online the server decides; offline somebody known here gets in with the
 * password they last used here. Leaving never deletes anything (SY10).
 */
export function createEntrance({ device, links, onChange }: Given): Entrance {
  let opened: OpenedApp | undefined

  async function enter(person: App['person']): Promise<void> {
    // Signing in again on a running app keeps what is open.
    if (opened?.app.person.id === person.id) {
      opened.app.sync.now()
      return
    }
    opened?.close()
    const next = await openApp({
      person,
      device,
      links,
      isDemo: isDemo(),
      onSignOut: leave,
      onGone: () => onChange({ type: 'storeProblem', problem: { type: 'newerSchema' } }),
    })
    opened = next.ok ? next.value : undefined
    onChange(
      next.ok ? { type: 'signedIn', app: next.value.app } : { type: 'storeProblem', problem: next.error },
    )
  }

  async function isDemo(): Promise<boolean> {
    const { mode } = await device.settings()
    return mode !== 'production'
  }

  async function leave(): Promise<void> {
    const person = opened?.app.person.id ?? null
    opened?.close()
    opened = undefined
    await device.changeSettings({ ...handedBack, currentPerson: null, pendingSignOut: person })
    onChange({ type: 'signedOut' })
    await tellServer()
  }

  /** The server hears of a sign-out as soon as it can be reached. */
  async function tellServer(): Promise<void> {
    const { pendingSignOut } = await device.settings()
    if (pendingSignOut === null) return
    const told = await links.account.signOut()
    if (told.type === 'signedOut') await device.changeSettings({ pendingSignOut: null })
  }

  async function signIn(
    username: string,
    password: string,
    newPassword?: string,
  ): Promise<Result<true, SignInProblem>> {
    const answer = await links.account.signIn(username, password, newPassword)
    switch (answer.type) {
      case 'signedIn': {
        const { id, name, username: known } = answer.session.person
        const person = { id, name, username: known }
        const verifier = await makeVerifier(newPassword ?? password)
        await device.putPerson({ ...person, verifier, lastUsedAt: Date.now() })
        await device.changeSettings({ ...handedBack, currentPerson: id, pendingSignOut: null })
        await fetchDemo({ device, links })
        await enter(person)
        void askToPersist(navigator.storage)
        return ok(true)
      }
      case 'wrongPassword':
      case 'passwordIsOneTime':
        return err({ type: answer.type })
      case 'tooManyTries':
        return err({ type: 'tooManyTries', seconds: answer.seconds })
      case 'unreachable':
      case 'notOurServer':
        return newPassword ? err({ type: answer.type }) : signInOffline(username, password, answer.type)
      case 'busy':
      case 'deviceRevoked':
      case 'otherPerson':
      case 'refused':
      case 'serverFull':
      case 'tooLarge':
      case 'unauthorized':
      case 'upgradeRequired':
        return err({ type: 'busy' })
    }
  }

  async function signInOffline(
    username: string,
    password: string,
    why: 'unreachable' | 'notOurServer',
  ): Promise<Result<true, SignInProblem>> {
    const people = await device.listPeople()
    const known = people.find(person => person.username.toLowerCase() === username.toLowerCase())
    if (!known?.verifier) return err({ type: why })
    if (!(await checkVerifier(known.verifier, password))) return err({ type: 'wrongOffline' })
    await device.putPerson({ id: known.id, lastUsedAt: Date.now() })
    await device.changeSettings({ ...handedBack, currentPerson: known.id })
    await enter({ id: known.id, name: known.name, username: known.username })
    return ok(true)
  }

  const storeFailed = (): Result<true, SignInProblem> => err({ type: 'storeFailed' })
  return {
    gate: {
      listKnownPeople: async () =>
        (await device.listPeople())
          .filter(person => person.username !== '')
          .map(({ id, name, username, waitingOps }) => ({ id, name, username, unsent: waitingOps })),
      listDemoAccounts: () => fetchDemo({ device, links }),
      signIn: (...given) => signIn(...given).catch(storeFailed),
    },
    async start() {
      const { currentPerson } = await device.settings()
      const known = currentPerson === null ? undefined : await device.getPerson(currentPerson)
      if (known) await enter({ id: known.id, name: known.name, username: known.username })
      else onChange({ type: 'signedOut' })
      await tellServer()
    },
  }
}
