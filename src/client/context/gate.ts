import { createContext, useContext } from 'react'
import type { Result } from '../../lib/result.ts'

/** Somebody who has signed in on this tablet before. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly username: string
  /** Changes that only this tablet has. */
  readonly unsent: number
}

export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly name: string
  /** What the account is for, by language. */
  readonly role: string
  readonly unit: string
}

export type SignInProblem =
  | {
      readonly type:
        | 'wrongPassword'
        | 'passwordIsOneTime'
        | 'wrongOffline'
        | 'unreachable'
        | 'notOurServer'
        | 'busy'
        | 'storeFailed'
    }
  | { readonly type: 'tooManyTries'; readonly seconds: number }

/** What can be done before somebody is signed in. */
export interface Gate {
  listKnownPeople: () => Promise<readonly KnownPerson[]>
  listDemoAccounts: () => Promise<readonly DemoAccount[]>
  /** Online by the server; offline, for somebody known on this tablet, by the password last used here. */
  signIn: (
    username: string,
    password: string,
    /** Takes the place of the other at the server; never offline. */
    newPassword?: string,
  ) => Promise<Result<true, SignInProblem>>
}

export const GateContext = createContext<Gate | null>(null)

export function useGate(): Gate {
  const gate = useContext(GateContext)
  if (!gate) throw new Error('no gate here')
  return gate
}
