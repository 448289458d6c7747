import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What is wrong with the network between tablet and server. */
export type Fault =
  | { readonly type: 'none' }
  /** Each connection breaks once so many bytes of it have gone up. */
  | { readonly type: 'cut'; readonly afterBytes: number }
  /** The server hears everything; its answers do not come back. */
  | { readonly type: 'answersLost' }
  /** Connections stay open, and nothing passes any more in either direction. */
  | { readonly type: 'halfClosed' }
  /** Somebody in between answers everything by themselves. */
  | { readonly type: 'answered'; readonly status: number; readonly headers?: string; readonly body?: string }
  /** A slow line, shared by all connections. */
  | { readonly type: 'slow'; readonly latencyMs: number; readonly upBytesPerSecond: number }

/** Stands between tablet and server at the level of TCP, as a bad line does. */
export interface FaultyProxy {
  readonly origin: string
  readonly port: number
  /** From now on; connections that are open break first, so that the next ones have it. */
  readonly set: (fault: Fault) => void
  /** Connections that had the fault. */
  readonly hits: () => number
  /** Bytes that went up since the last `set`. */
  readonly bytesUp: () => number
  readonly close: () => void
}

export async function openFaultyProxy(serverPort: () => number): Promise<FaultyProxy> {
  let fault: Fault = { type: 'none' }
  let hits = 0
  let up = 0
  /** When the shared line is free again, in performance time. */
  let freeAt = 0
  const sockets = new Set<Socket>()

  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }

  function answerFor(
    browser: Socket,
    { status, headers = '', body = '' }: Fault & { type: 'answered' },
  ): void {
    browser.on('data', () => {
      hits += 1
      const length = Buffer.byteLength(body)
      browser.end(
        `HTTP/1.1 ${status} Proxy\r\ncontent-type: text/html\r\n${headers}content-length: ${length}\r\nconnection: close\r\n\r\n${body}`,
      )
    })
  }

  async function passSlowly(
    data: Buffer,
    to: Socket,
    { latencyMs, upBytesPerSecond }: Fault & { type: 'slow' },
  ) {
    const now = performance.now()
    freeAt = Math.max(now, freeAt) + (data.byteLength / upBytesPerSecond) * 1000
    await sleep(freeAt - now + latencyMs)
    if (!to.destroyed) to.write(data)
  }

  function pass(browser: Socket, active: Fault): void {
    const server = connect({ port: serverPort(), host: 'localhost', noDelay: true })
    keep(server)
    browser.on('close', () => server.destroy())
    server.on('close', () => browser.destroy())
    let gone = 0
    let order = Promise.resolve()
    browser.on('data', (data: Buffer) => {
      up += data.byteLength
      const left = active.type === 'cut' ? active.afterBytes - gone : Infinity
      gone += data.byteLength
      if (gone > 0 && active.type === 'halfClosed') return void (hits += 1)
      if (active.type === 'slow') {
        hits += 1
        order = order.then(() => passSlowly(data, server, active))
        return undefined
      }
      server.write(data.subarray(0, Math.max(0, left)))
      if (gone <= (active.type === 'cut' ? active.afterBytes : Infinity)) return undefined
      hits += 1
      // What went up is with the server before the line breaks.
      server.end()
      return browser.destroy()
    })
    server.on('data', (data: Buffer) => {
      if (active.type === 'answersLost') {
        hits += 1
        browser.destroy()
        return
      }
      if (active.type === 'slow') void sleep(active.latencyMs).then(() => browser.write(data))
      else browser.write(data)
    })
  }

  const proxy = createServer({ noDelay: true }, browser => {
    keep(browser)
    if (fault.type === 'answered') answerFor(browser, fault)
    else pass(browser, fault)
  })
  await new Promise<void>(resolve => proxy.listen(0, resolve))
  const { port } = proxy.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    port,
    set(next) {
      fault = next
      hits = 0
      up = 0
      for (const socket of sockets) socket.destroy()
    },
    hits: () => hits,
    bytesUp: () => up,
    close() {
      proxy.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
