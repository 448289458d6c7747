import type { Role } from '../../../src/domain/people/role.ts'
import { openBrowser, type TestBrowser } from '../../e2e/support/browser.ts'
import { findDemoAccount } from '../../e2e/support/demo-account.ts'
import { signIn, waitUntilInstalled, waitUntilStill } from '../../e2e/support/pages.ts'
import { startServer, type RunningServer } from '../../support/start-server.ts'

export interface OpenApp {
  readonly server: RunningServer
  readonly browser: TestBrowser
}

/** The demo server and a tablet on which somebody of the role has signed in and the app is installed. */
export async function withApp<T>(
  role: Role,
  work: (app: OpenApp) => Promise<T>,
  /** Before anybody signs in on the tablet. */
  prepare?: (app: OpenApp) => Promise<void>,
): Promise<T> {
  const server = await startServer()
  const browser = await openBrowser({ origin: server.origin })
  try {
    const page = browser.page()
    await prepare?.({ server, browser })
    await signIn(page, server.origin, await findDemoAccount(page, server.origin, role))
    await waitUntilInstalled(page)
    await waitUntilStill(page)
    return await work({ server, browser })
  } finally {
    await browser.close()
    await server.stop()
  }
}
