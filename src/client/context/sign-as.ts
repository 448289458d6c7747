import { createContext, useContext } from 'react'
import type { Result } from '../../lib/result.ts'
import type { Change, NewFile } from '../../sync/replica/replica-store.ts'
import type { SaveProblem } from './app.ts'

/** Why somebody else cannot sign on this tablet. */
export type SignAsProblem =
  /** They have never signed in here, so the tablet cannot know their password. */
  | { readonly type: 'unknownHere' | 'wrongPassword' | 'storeFailed' }
  | { readonly type: 'tooManyTries'; readonly seconds: number }
  | SaveProblem

/**
 * Somebody else signs on the tablet of whoever is signed in, without a network: their password is checked as at an
 * offline sign-in, and what they sign lies in their own database, from where it travels when they next sync here.
 */
export interface SignAs {
  /** Who has signed in on this tablet before. */
  listKnown: () => Promise<ReadonlySet<string>>
  save: (given: {
    readonly person: string
    readonly password: string
    readonly changes: readonly Change[]
    readonly files: readonly NewFile[]
  }) => Promise<Result<true, SignAsProblem>>
}

export const SignAsContext = createContext<SignAs | null>(null)

export function useSignAs(): SignAs {
  const signAs = useContext(SignAsContext)
  if (!signAs) throw new Error('nobody can sign here')
  return signAs
}
