import { openStubServer, type StubServer } from './stub-server.ts'

const welcome =
  '<!doctype html><title>Wi-Fi</title><h1>Chào mừng</h1><p>Mời đăng nhập để dùng Internet.</p><form><button>OK</button></form>'

/** A hotel's Wi-Fi in the server's place: 200 and a page of HTML for whatever is asked (SY13). */
export const openCaptivePortal = (port: number): Promise<StubServer> =>
  openStubServer(port, { status: 200, type: 'text/html; charset=utf-8', body: welcome })
