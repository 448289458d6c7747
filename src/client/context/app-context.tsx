import { createContext, useContext } from 'react'
import type { App } from './app.ts'

export const AppContext = createContext<App | null>(null)

/** Only below the sign-in: there is always a person. */
export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('nobody is signed in here')
  return app
}
