import { createServer } from 'node:http'

export interface StubAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

export interface StubServer {
  /** The paths it was asked for. */
  readonly asked: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Somebody else on the server's port, who gives the same answer to whatever is asked. */
export async function openStubServer(port: number, answer: StubAnswer): Promise<StubServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    request.resume()
    response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  return {
    asked: () => asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
