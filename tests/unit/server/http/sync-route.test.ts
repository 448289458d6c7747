import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Environment } from '../../../../src/server/http/environment.ts'
import { syncRoute } from '../../../../src/server/http/sync-route.ts'
import { createTurnstile } from '../../../../src/server/http/turnstile.ts'
import type { SyncResponse } from '../../../../src/sync/protocol/wire.ts'
import { createServerLink } from '../../../../src/client/network/server-link.ts'

type Services = Parameters<typeof syncRoute>[0]
const request = { protocol: 1, person: 'lan', device: 'd', ops: [], cursors: {}, room: 20_000 }

/** A server for one at a time, whose work goes on until `finish` is called. */
function aBusyServer() {
  let begun = 0
  const answers: (() => void)[] = []
  const services = {
    authority: {
      sync: () => {
        begun += 1
        return new Promise<SyncResponse>(resolve => {
          answers.push(() =>
            resolve({ protocol: 1, now: 1, answers: [], pages: [], gone: [], renewDevice: false }),
          )
        })
      },
    },
    devices: { isRevoked: async () => false, recordContact: async () => undefined },
    sessions: { noteDevice: async () => undefined },
    clock: () => 1,
  } as unknown as Services
  const app = new Hono<Environment>()
  app.use(async (c, next) => {
    c.set('session', { person: 'lan', tokenHash: 't' } as Environment['Variables']['session'])
    await next()
  })
  app.route('/api/sync', syncRoute(services, createTurnstile(1)))
  const link = createServerLink(async ({ path, headers = {}, body }) => ({
    type: 'heard',
    response: await app.request(path, { method: 'POST', headers, ...(body && { body }) }),
  }))
  return { app, link, begun: () => begun, finish: () => answers.shift()?.() }
}

const waitFor = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, 1))
}

describe('SY13 a server with as many syncs at work as it can take', () => {
  test('turns the next tablet away, which understands when to come again and keeps its outbox', async () => {
    const server = aBusyServer()
    const first = server.link.exchange(request)
    await waitFor(() => server.begun() === 1)
    expect(await server.link.exchange(request)).toEqual({ type: 'busy', retryAfterMs: 2000 })
    expect(await server.link.exchange(request)).toEqual({ type: 'busy', retryAfterMs: 3000 })
    expect(server.begun()).toBe(1)
    server.finish()
    expect(await first).toMatchObject({ type: 'answered' })
    const next = server.link.exchange(request)
    await waitFor(() => server.begun() === 2)
    server.finish()
    expect(await next).toMatchObject({ type: 'answered' })
  })

  test('counts nobody whose request is not whole yet: a slow line keeps no one else out', async () => {
    const server = aBusyServer()
    let isRead = false
    const body = new ReadableStream({
      pull(controller) {
        // The rest never comes.
        if (!isRead) controller.enqueue(new TextEncoder().encode('{"protocol":1,'))
        isRead = true
      },
    })
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }
    void server.app.request('/api/sync', init)
    await waitFor(() => isRead)
    const next = server.link.exchange(request)
    await waitFor(() => server.begun() === 1)
    server.finish()
    expect(await next).toMatchObject({ type: 'answered' })
  })
})
