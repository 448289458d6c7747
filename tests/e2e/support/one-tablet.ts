import { afterAll, beforeAll } from 'vitest'
import { startServer, type RunningServer } from '../../support/start-server.ts'
import { openBrowser, type TestBrowser } from './browser.ts'

/** A server and one browser for the tests of a file; both end with it, also where one of them could not begin. */
export function oneTablet(): { readonly server: () => RunningServer; readonly tablet: () => TestBrowser } {
  let server: RunningServer | undefined
  let tablet: TestBrowser | undefined
  beforeAll(async () => {
    server = await startServer()
    tablet = await openBrowser({ origin: server.origin })
  }, 120_000)
  afterAll(async () => {
    await tablet?.close().catch(() => undefined)
    await server?.stop()
  })
  const mustBegin = <T>(begun: T | undefined): T => {
    if (begun === undefined) throw new Error('not begun: asked for outside a test')
    return begun
  }
  return { server: () => mustBegin(server), tablet: () => mustBegin(tablet) }
}
