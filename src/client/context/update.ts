import { createContext, useContext } from 'react'

/** A new build waits; it takes over only when the person says so (ST6). */
export interface Update {
  readonly isReady: boolean
  readonly accept: () => void
}

export const UpdateContext = createContext<Update>({ isReady: false, accept: () => undefined })

export const useUpdate = (): Update => useContext(UpdateContext)
