import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { SeededRandom } from '../support/seeded-random.ts'
import { oddTexts } from './odd-values.ts'

/** What no client library would send; a socket does. `cut` hangs up instead of waiting for the answer. */
export interface RawRequest {
  readonly name: string
  readonly bytes: Buffer
  readonly cut: boolean
}

const zeros = gzipSync(Buffer.alloc(4 * 1024 * 1024))
const hosts = [
  'localhost',
  'a b',
  '[::1',
  'x:99999',
  '',
  'localhost:8080:1',
  'ế.vn',
  '%00',
  'evil.example/../x',
]
const targets = [
  '/api/session',
  '/api/sync',
  '/api/files/x',
  'http://evil.example/api/session',
  '*',
  '//',
  '/%',
  '/\u00ff',
  '/api/files/%ff%fe',
  '/viec?a=%zz',
]

export function rawRequest(random: SeededRandom, cookie: string): RawRequest {
  const method = random.pick(['GET', 'POST', 'PATCH', 'OPTIONS', 'CONNECT', 'TRACE', 'get', 'PRI'])
  const line = `${method} ${random.pick(targets)} HTTP/${random.pick(['1.1', '1.1', '1.0', '2.0', '9'])}`
  const host = `Host: ${random.pick(hosts)}`
  const own = `Cookie: ${cookie}`
  const whole = (name: string, lines: readonly string[], body: Buffer = Buffer.alloc(0)): RawRequest => ({
    name,
    bytes: Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]),
    cut: random.isHit(0.3),
  })
  const post = ['POST /api/sync HTTP/1.1', 'Host: localhost', own, 'Content-Encoding: gzip']
  const patch = ['PATCH /api/files/x HTTP/1.1', 'Host: localhost', own, 'Transfer-Encoding: chunked']
  switch (random.below(8)) {
    case 0:
      return whole('odd line', [line, host, own])
    case 1:
      return { ...whole('says more than comes', [...post, 'Content-Length: 90000'], zeros), cut: true }
    case 2:
      return whole('chunks that are none', patch, Buffer.from('zz\r\nhello\r\n0\r\n\r\n'))
    case 3:
      return whole('a chunk that is cut', patch, Buffer.from('fffff\r\nhello'))
    case 4:
      return whole('many headers', [line, host, ...Array.from({ length: 3_000 }, (_, at) => `x-${at}: y`)])
    case 5:
      return whole('two lengths', [...post, 'Content-Length: 5', 'Content-Length: 6'], zeros)
    case 6:
      return whole('three in a row', [line, host, '', line, host, own, '', line, host])
    default:
      return whole('odd headers', [line, host, `x: ${random.pick(oddTexts)}`, 'Upgrade: websocket', own])
  }
}

/** Sends it and resolves to the statuses that came back, when the line is closed or nothing came for a while. */
export function sendRaw(port: number, { bytes, cut }: RawRequest): Promise<readonly number[]> {
  return new Promise(resolve => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes)
      if (cut) setTimeout(() => socket.destroy(), 5)
      else socket.end()
    })
    socket.setTimeout(100, () => socket.destroy())
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => {
      heard += text
    })
    socket.on('error', () => undefined)
    socket.on('close', () =>
      resolve([...heard.matchAll(/HTTP\/1\.[01] (\d{3})/gu)].map(([, status]) => Number(status))),
    )
  })
}
