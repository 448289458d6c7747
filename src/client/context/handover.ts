import { createContext, useContext } from 'react'
import type { Result } from '../../lib/result.ts'
import type { SignInProblem } from './gate.ts'

/** The tablet in the hands of others: locked on one response or attendance list until the official's password is given. */
export interface Handover {
  /** The response the citizen fills, or the training session; null while the official has the tablet. */
  readonly thing: string | null
  /** Locks the tablet on it, in all tabs and over restarts; also from one citizen to the next. */
  readonly begin: (thing: string) => Promise<void>
  /** Needs no network. */
  readonly takeBack: (password: string) => Promise<Result<true, SignInProblem>>
}

export const HandoverContext = createContext<Handover | null>(null)

export function useHandover(): Handover {
  const handover = useContext(HandoverContext)
  if (!handover) throw new Error('no handover here')
  return handover
}
