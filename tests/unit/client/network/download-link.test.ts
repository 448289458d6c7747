import { expect, test } from 'vitest'
import { createDownload, type DownloadProgress } from '../../../../src/client/network/download-link.ts'

const path = '/api/exports/survey?format=xlsx'
const ours = {
  'x-isoxa': '0.1.0',
  'x-total': '226',
  'content-type': 'text/csv',
  'content-disposition': `attachment; filename="phieu.csv"; filename*=UTF-8''phi%E1%BA%BFu.csv`,
}

/** A body that comes in these pieces, and then ends, breaks off, or never ends. */
const aBody = (pieces: readonly string[], end: 'whole' | 'cut' | 'silent') => {
  const left = [...pieces]
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = left.shift()
      if (next !== undefined) controller.enqueue(new TextEncoder().encode(next))
      else if (end === 'whole') controller.close()
      else if (end === 'cut') controller.error(new TypeError('the line went'))
      else return new Promise(() => undefined)
      return undefined
    },
  })
}

async function download(answer: (signal: AbortSignal | null | undefined) => Response | Promise<Response>) {
  const seen: DownloadProgress[] = []
  const controller = new AbortController()
  const link = createDownload({ fetch: async (_, init) => answer(init?.signal) })
  const given = { path, signal: controller.signal, onProgress: (one: DownloadProgress) => seen.push(one) }
  return { done: link(given), seen, cancel: () => controller.abort() }
}

test('what came whole has its name, and was counted on the way', async () => {
  const { done, seen } = await download(() => new Response(aBody(['abc', 'de'], 'whole'), { headers: ours }))
  const result = await done
  if (result.type !== 'downloaded') throw new Error(result.type)
  expect([result.name, await result.blob.text(), result.blob.type]).toEqual([
    'phiếu.csv',
    'abcde',
    'text/csv',
  ])
  expect(seen).toEqual([
    { bytes: 3, total: 226 },
    { bytes: 5, total: 226 },
  ])
})

test('a half is not kept', async () => {
  const { done } = await download(() => new Response(aBody(['abc'], 'cut'), { headers: ours }))
  expect(await done).toEqual({ type: 'unreachable' })
})

test('the person may stop it at any time', async () => {
  const { done, cancel } = await download(signal => {
    const body = aBody(['abc'], 'silent')
    return new Response(body.pipeThrough(new TransformStream(), signal ? { signal } : {}), { headers: ours })
  })
  setTimeout(cancel, 20)
  expect(await done).toEqual({ type: 'cancelled' })
})

test('a portal’s page is no export, nor is its redirect', async () => {
  const portal = { 'content-type': 'text/html', 'content-disposition': ours['content-disposition'] }
  const page = await download(() => new Response('<h1>Wi-Fi</h1>', { headers: portal }))
  expect(await page.done).toEqual({ type: 'notOurServer' })
  const redirect = await download(() => new Response(null, { status: 302, headers: { location: '/' } }))
  expect(await redirect.done).toEqual({ type: 'notOurServer' })
})

test('what our server refuses is told by its own word', async () => {
  const refuse = (status: number, type: string) => () =>
    new Response(JSON.stringify({ error: { type } }), {
      status,
      headers: { 'content-type': 'application/json' },
    })
  expect(await (await download(refuse(404, 'notFound'))).done).toMatchObject({
    type: 'refused',
    error: 'notFound',
  })
  expect(await (await download(refuse(401, 'unauthorized'))).done).toEqual({ type: 'unauthorized' })
  const dead = await download(() => Promise.reject(new TypeError('no network')))
  expect(await dead.done).toEqual({ type: 'unreachable' })
})
