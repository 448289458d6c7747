import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { err, ok, type Result } from '../../lib/result.ts'
import { createApp } from '../http/create-app.ts'
import { createFeedWorld } from '../http/odata/feed-world.ts'
import { warmFeed } from '../http/odata/warm-feed.ts'
import { createDirectoryReader } from '../http/read-directory.ts'
import type { DemoAccount } from '../http/demo-route.ts'
import { announce } from './announce.ts'
import { readConfig, type Config } from './config.ts'
import { dropStaleUploads } from './drop-stale-uploads.ts'
import { explainError } from './explain-error.ts'
import { keepAssets } from './keep-assets.ts'
import { keepBackingUp } from './keep-backing-up.ts'
import { openServices, type OpenedServices } from './open-services.ts'
import { refuseMixedData } from './refuse-mixed-data.ts'
import { seedDemo } from './seed-demo.ts'
import { seedReference } from './seed-reference.ts'

const dist = resolve(process.env['ISOXA_DIST'] ?? 'dist')
const dayMs = 86_400_000
const warmAfterMs = 2_000

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

async function open(config: Config): Promise<OpenedServices> {
  try {
    return await openServices(config, log)
  } catch (error) {
    return fail(`The data cannot be opened: ${explainError(error)}.`)
  }
}

/** One process after the other: the second of two that start at once finds everything there. */
const seed = (opened: OpenedServices): Promise<Result<readonly DemoAccount[], string>> =>
  opened.services.oneAtATime('seed', async () => {
    const refusal = await refuseMixedData(opened.services)
    if (refusal !== undefined) return err(refusal)
    await seedReference(opened.services)
    return ok(opened.services.mode === 'demo' ? await seedDemo(opened) : [])
  })

async function start(): Promise<void> {
  const config = readConfig(process.env)
  if (!config.ok) fail(config.error)
  if (!existsSync(dist)) fail('The app is not built yet. Run "npm run build" first, or "npm start".')
  const opened = await open(config.value)
  const seeded = await seed(opened)
  if (!seeded.ok) {
    await opened.close()
    fail(seeded.error)
  }
  const services = { ...opened.services, demoAccounts: seeded.value }
  const hasAccounts = (await services.accounts.list()).length > 0
  const keptAssets = await keepAssets(dist, config.value.dataFolder)
  const tidy = (): void =>
    void dropStaleUploads(services).catch((error: unknown) => log({ error: explainError(error) }))
  tidy()
  setInterval(tidy, dayMs).unref()
  const backups = config.value.backup && keepBackingUp(config.value.backup, log)

  const ahead = {
    feedWorld: createFeedWorld(services),
    readDirectory: createDirectoryReader(services.entries, services.referenceFeed),
  }
  const app = createApp({
    services,
    app: { dist, keptAssets },
    addressOf: addressOf(config.value),
    ...ahead,
  })
  const server = serve({ fetch: app.fetch, port: config.value.port }, () =>
    console.log(announce(services, hasAccounts)),
  )
  server.on('error', (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE'
    const taken = `Port ${config.value.port} is taken by another program. Set PORT to another number.`
    void opened.close().finally(() => fail(isTaken ? taken : error.message))
  })

  // Tablets that have waited for the server come first.
  const warming = new AbortController()
  const warm = (): void =>
    void warmFeed(services, ahead, warming.signal).catch((error: unknown) => {
      if (!warming.signal.aborted) log({ error: explainError(error) })
    })
  setTimeout(warm, warmAfterMs).unref()

  let isStopping = false
  function stop(): void {
    if (isStopping) return
    isStopping = true
    backups?.stop()
    warming.abort()
    server.close(() => void opened.close().then(() => process.exit(0)))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    // A tablet in the middle of a photo gets a moment; what it had acknowledged is on the disk anyway.
    setTimeout(() => void opened.close().then(() => process.exit(0)), 3_000).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

await start()
