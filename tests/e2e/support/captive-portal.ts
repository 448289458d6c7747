import { createServer } from 'node:http'

export interface CaptivePortal {
  /** How many requests it has answered. */
  readonly count: () => number
  readonly close: () => Promise<void>
}

const welcome =
  '<!doctype html><title>Wi-Fi</title><h1>Chào mừng</h1><p>Mời đăng nhập để dùng Internet.</p><form><button>OK</button></form>'

/** A hotel's Wi-Fi in the server's place: 200 and a page of HTML for whatever is asked (SY13). */
export async function openCaptivePortal(port: number): Promise<CaptivePortal> {
  let count = 0
  const server = createServer((request, response) => {
    count += 1
    request.resume()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(welcome)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  return {
    count: () => count,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
