import { expect, test } from 'vitest'
import { createAsk } from '../../../../src/client/network/ask-server.ts'
import { createOpenDataLink } from '../../../../src/client/network/open-data-link.ts'

const linkTo = (answer: (url: string, init: RequestInit) => Response) =>
  createOpenDataLink(createAsk({ fetch: async (url, init) => answer(url as string, init ?? {}) }))
const problem = (status: number, type: string) => linkTo(() => Response.json({ error: { type } }, { status }))
const token = { id: 'a', name: 'Excel', createdAt: 1, expiresAt: 2, usedAt: null }

test('the tokens are listed, and a new one is told once', async () => {
  const list = { feed: 'https://iso.example/odata/v1/', most: 10, tokens: [token] }
  expect(await linkTo(() => Response.json({ ...list, now: 1 })).list()).toEqual({ type: 'listed', ...list })
  const link = linkTo((url, { method, body }) => {
    expect([url, method, body]).toEqual(['/api/read-tokens', 'POST', '{"name":"Excel"}'])
    return Response.json({ token: 'secret', made: token }, { status: 201 })
  })
  expect(await link.make('Excel')).toEqual({ type: 'made', token: 'secret', made: token })
})

test('too many tokens, a session that has ended and a portal are told apart', async () => {
  expect(await problem(409, 'tooManyTokens').make('x')).toEqual({ type: 'tooManyTokens' })
  expect(await problem(401, 'unauthorized').list()).toEqual({ type: 'unauthorized' })
  expect(await linkTo(() => new Response('<html>Wi-Fi</html>')).list()).toEqual({ type: 'notOurServer' })
  expect(await linkTo(() => Response.json({ token: 1 })).make('x')).toEqual({ type: 'notOurServer' })
  const unreachable = createOpenDataLink(createAsk({ fetch: () => Promise.reject(new TypeError()) }))
  expect(await unreachable.revoke('a')).toEqual({ type: 'unreachable' })
})

test('a token that is gone already counts as revoked', async () => {
  expect(await linkTo(() => new Response(null, { status: 204 })).revoke('a')).toEqual({ type: 'revoked' })
  expect(await problem(404, 'notFound').revoke('a')).toEqual({ type: 'revoked' })
  expect(await problem(401, 'unauthorized').revoke('a')).toEqual({ type: 'unauthorized' })
})
