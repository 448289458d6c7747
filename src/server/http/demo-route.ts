import { Hono } from 'hono'
import type { Environment, Services } from './environment.ts'

/** An account to try the demo with; there is none in production. */
export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly role: string
  readonly unit: string
}

/** `GET /api/demo`: in which mode the server runs, so that every screen can mark demo data. */
export const demoRoute = ({ mode, demoAccounts }: Services): Hono<Environment> =>
  new Hono<Environment>().get('/', c =>
    c.json({ mode, accounts: mode === 'demo' ? demoAccounts : [] }, 200, { 'cache-control': 'no-store' }),
  )
