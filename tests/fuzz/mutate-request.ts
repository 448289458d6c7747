import { gzipSync } from 'node:zlib'
import type { SeededRandom } from '../support/seeded-random.ts'
import { told, type Asked } from './asked.ts'
import { mutateJson } from './mutate-json.ts'
import { oddTexts, oddValue } from './odd-values.ts'

type Mutation = (asked: Asked, random: SeededRandom) => Asked

const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'get']
const numbers = [
  '',
  '0',
  '-1',
  '1',
  ' 5',
  '0x10',
  '1e3',
  '1e99',
  'NaN',
  '9'.repeat(30),
  '1.5',
  '2097153',
  '1,1',
]
const encodings = ['gzip', 'GZIP', 'br', 'deflate', 'gzip, gzip', 'identity', '']
const types = ['application/json', 'text/plain', 'multipart/form-data', 'application/offset+octet-stream', '']
const sites = ['cross-site', 'same-site', 'none', 'same-origin', '']
const origins = ['null', 'http://localhost:8080', 'http://localhost:8080.evil.example', '*', '']
const headerNames = [
  'accept',
  'accept-encoding',
  'range',
  'if-none-match',
  'x-forwarded-for',
  'transfer-encoding',
]

export const bytesOf = ({ bytes, json }: Asked): Uint8Array | undefined =>
  bytes ?? (json === undefined ? undefined : Buffer.from(JSON.stringify(json)))

const withHeader = (asked: Asked, name: string, value: string): Asked =>
  told(asked, `${name}: ${value.slice(0, 40)}`, {
    headers: [...asked.headers.filter(([known]) => known !== name), [name, value]],
  })

const json: Mutation = (asked, random) =>
  asked.json === undefined
    ? told(asked, 'a body', { json: oddValue(random) })
    : told(asked, 'json', { json: mutateJson(asked.json, random) })

const bytes: Mutation = (asked, random) => {
  const whole = Buffer.from(bytesOf(asked) ?? [])
  const at = random.below(whole.length + 1)
  const some = Buffer.from(Array.from({ length: 1 + random.below(8) }, () => random.below(256)))
  switch (random.below(4)) {
    case 0:
      return told(asked, 'cut', { bytes: whole.subarray(0, at) })
    case 1:
      return told(asked, 'put in', {
        bytes: Buffer.concat([whole.subarray(0, at), some, whole.subarray(at)]),
      })
    case 2:
      return told(asked, 'twice', { bytes: Buffer.concat([whole, whole]) })
    default:
      some.copy(whole, Math.max(0, at - some.length))
      return told(asked, 'overwritten', { bytes: whole })
  }
}

const raw: Mutation = (asked, random) => {
  const open = random.pick(['[', '{"a":', '[[{"ops":'])
  const texts = [
    '{"protocol":NaN}',
    '\ufeff{}',
    '{"protocol":1,"protocol":2}',
    '[1e999]',
    '"\\ud800"',
    open.repeat(random.pick([10, 5_000, 400_000])),
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  ]
  return told(asked, 'raw text', { bytes: Buffer.from(random.pick(texts)) })
}

const packed: Mutation = (asked, random) => {
  const whole = gzipSync(bytesOf(asked) ?? Buffer.alloc(0))
  const cut = whole.subarray(0, random.below(whole.length))
  const trailing = Buffer.concat([whole, Buffer.from('trailing')])
  const next = random.pick([whole, whole, whole, cut, trailing, Buffer.concat([whole, whole])])
  return withHeader(told(asked, 'packed', { bytes: next }), 'content-encoding', 'gzip')
}

const bombed: Mutation = asked => withHeader(told(asked, 'bomb', { bytes: bomb }), 'content-encoding', 'gzip')

const header: Mutation = (asked, random) => {
  switch (random.below(9)) {
    case 0:
      return withHeader(asked, 'content-encoding', random.pick(encodings))
    case 1:
      return withHeader(asked, 'content-type', random.pick(types))
    case 2:
      return withHeader(asked, 'content-length', random.pick(numbers))
    case 3:
      return withHeader(asked, 'upload-offset', random.pick(numbers))
    case 4:
      return withHeader(asked, 'upload-length', random.pick(numbers))
    case 5:
      return withHeader(asked, 'upload-metadata', metadata(random))
    case 6:
      return withHeader(asked, 'sec-fetch-site', random.pick(sites))
    case 7:
      return withHeader(asked, 'origin', random.pick(origins))
    default:
      return withHeader(asked, random.pick(headerNames), random.pick([...oddTexts, 'gzip', 'bytes=0-5', '*']))
  }
}

function metadata(random: SeededRandom): string {
  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  const parts = ['sha256', 'type', '__proto__', ''].map(
    key => `${key} ${random.pick(['', '!!', base64(random.pick(oddTexts)), base64('image/png')])}`,
  )
  return parts.slice(random.below(4)).join(random.pick([',', ', ', ';']))
}

const cookie: Mutation = (asked, random) =>
  withHeader(
    asked,
    'cookie',
    random.pick([
      '',
      'isoxa-session=',
      'isoxa-session=forged',
      `isoxa-session=${'A'.repeat(43)}`,
      `isoxa-session=${'x'.repeat(9_000)}`,
      'isoxa-session=%E0%A4%A; isoxa-session=a',
      '__Host-isoxa-session=x; ;;; = ; a=b',
    ]),
  )

const path: Mutation = (asked, random) => {
  const tricks = [
    '/',
    '//',
    '/..',
    '/%2e%2e/',
    '/%00',
    '/%zz',
    '/.',
    '?',
    '?a=1&a=2',
    ';x',
    '%',
    '/%ff',
    '\\',
    '#x',
  ]
  const at = random.below(asked.path.length + 1)
  const encoded = encodeURIComponent(random.pick(oddTexts).toWellFormed())
  const next = random.pick([
    `${asked.path}${random.pick(tricks)}`,
    `${asked.path.slice(0, at)}${random.pick(tricks)}${asked.path.slice(at)}`,
    asked.path.replace(/[^/]+$/u, encoded.slice(0, 4_000)),
    `${asked.path}${asked.path.includes('?') ? '&' : '?'}${encoded.slice(0, 200)}=${encoded.slice(0, 9_000)}`,
    asked.path.toUpperCase(),
    asked.path.replace(
      '/api/',
      random.pick(['/API/', '//api/', '/api//', '/api/./', '/./api/', '/x/../api/']),
    ),
  ])
  return told(asked, `path ${next.slice(0, 60)}`, { path: next.startsWith('/') ? next : `/${next}` })
}

const method: Mutation = (asked, random) => {
  const next = random.pick(methods)
  return told(asked, `method ${next}`, { method: next })
}

const weighted: readonly (readonly [number, Mutation])[] = [
  [30, json],
  [8, bytes],
  [4, raw],
  [10, packed],
  [0.4, bombed],
  [16, header],
  [5, cookie],
  [10, path],
  [4, method],
]
const total = weighted.reduce((sum, [weight]) => sum + weight, 0)

export function mutateRequest(asked: Asked, random: SeededRandom): Asked {
  let at = random.next() * total
  for (const [weight, mutation] of weighted) {
    at -= weight
    if (at < 0) return mutation(asked, random)
  }
  return asked
}
