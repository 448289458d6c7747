import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { createApp } from '../http/create-app.ts'
import { readConfig, type Config } from './config.ts'
import { keepAssets } from './keep-assets.ts'
import { openServices, type OpenedServices } from './open-services.ts'
import { seedDemo } from './seed-demo.ts'
import { seedUnits } from './seed-reference.ts'

const dist = resolve(process.env['ISOXA_DIST'] ?? 'dist')

function fail(words: string): never {
  console.error(words)
  process.exit(1)
}

const log = (line: Readonly<Record<string, string | number>>): void =>
  console.log(JSON.stringify({ at: new Date().toISOString(), ...line }))

function addressOf(config: Config): (c: Context) => string {
  return c => {
    const forwarded = config.isBehindProxy
      ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined
    return forwarded ?? getConnInfo(c).remote.address ?? 'unknown'
  }
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  if (!config.ok) fail(config.error)
  if (!existsSync(dist)) fail('The app is not built yet. Run "npm run build" first, or "npm start".')
  let opened: OpenedServices
  try {
    opened = await openServices(config.value, log)
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
  const { services } = opened
  await seedUnits(services.authority)
  const demoAccounts = config.value.mode === 'demo' ? await seedDemo(opened) : []
  const keptAssets = await keepAssets(dist, config.value.dataFolder)
  const app = createApp({
    services: { ...services, demoAccounts },
    app: { dist, keptAssets },
    addressOf: addressOf(config.value),
  })

  const server = serve({ fetch: app.fetch, port: config.value.port }, () => {
    console.log(`\nISO Xã ${services.version} · ${services.database} · ${config.value.origin}\n`)
    if (demoAccounts.length > 0) {
      console.log('Demo data / dữ liệu dùng thử. Accounts to try:\n')
      for (const { username, password, name, role, unit } of demoAccounts)
        console.log(`  ${username.padEnd(10)} ${password.padEnd(8)}  ${role.padEnd(20)} ${unit} (${name})`)
      console.log()
    }
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    void opened
      .close()
      .finally(() =>
        fail(
          error.code === 'EADDRINUSE'
            ? `Port ${config.value.port} is taken by another program. Set PORT to another number.`
            : error.message,
        ),
      )
  })

  let isStopping = false
  function stop(): void {
    if (isStopping) return
    isStopping = true
    server.close(() => void opened.close().then(() => process.exit(0)))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    // A tablet in the middle of a photo gets a moment; what it had acknowledged is on the disk anyway.
    setTimeout(() => void opened.close().then(() => process.exit(0)), 3_000).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

await start()
