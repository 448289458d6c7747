import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** The other end of the bare fetch: an empty page, rows to be had, ops taken and forgotten. */
export interface BareServer {
  readonly origin: string
  readonly offer: (rows: readonly unknown[]) => void
  readonly close: () => void
}

export async function openBareServer(): Promise<BareServer> {
  let packedRows = gzipSync('[]')
  let packedSeqs = gzipSync('[]')
  const json = { 'content-type': 'application/json', 'content-encoding': 'gzip', 'cache-control': 'no-store' }
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      if (request.url === '/rows') response.writeHead(200, json).end(packedRows)
      else if (request.url === '/ops') response.writeHead(200, json).end(packedSeqs)
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>bare</title>')
    })
  })
  await new Promise<void>(resolve => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    offer(rows) {
      packedRows = gzipSync(JSON.stringify(rows), { level: 6 })
      packedSeqs = gzipSync(JSON.stringify(rows.map((_, at) => at + 1)), { level: 6 })
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
