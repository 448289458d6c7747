import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Stands before the server and counts every byte of HTTP that passes, headers included, as TCP carries it. */
export interface CountingProxy {
  readonly origin: string
  /** So far, both ways. */
  readonly bytes: () => number
  readonly close: () => void
}

export async function openCountingProxy(serverPort: number): Promise<CountingProxy> {
  let bytes = 0
  const sockets = new Set<Socket>()
  const pass = (from: Socket, to: Socket) => {
    sockets.add(from)
    from.on('data', data => void (bytes += data.length))
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
    from.pipe(to)
  }
  const proxy = createServer({ noDelay: true }, browser => {
    const server = connect({ port: serverPort, host: 'localhost', noDelay: true })
    pass(browser, server)
    pass(server, browser)
  })
  await new Promise<void>(resolve => proxy.listen(0, resolve))
  const { port } = proxy.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    bytes: () => bytes,
    close() {
      proxy.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
