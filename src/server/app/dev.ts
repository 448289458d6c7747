import { spawn } from 'node:child_process'
import { createServer } from 'vite'

/** The API as `npm start` serves it, and the client with reload in front of it. */
const port = process.env['PORT'] ?? '8080'
const api = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'src/server/app/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, PORT: port, ISOXA_DIST: 'public' },
})
process.on('exit', () => api.kill())
const vite = await createServer({ server: { port: Number(port) + 1 } })
await vite.listen()
vite.printUrls()
