import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { mustFindChromium } from '../../support/chromium.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { killTree } from './process-tree.ts'

/** The four sizes every screen is looked at in. */
export const sizes = {
  phone: { width: 360, height: 800 },
  tabletUpright: { width: 800, height: 1280 },
  tablet: { width: 1280, height: 800 },
  desktop: { width: 1366, height: 768 },
} as const

export interface BrowserOptions {
  /** The app's address; storage persistence is granted to it. */
  readonly origin: string
  /** Kept over `reopen`; a new one when not given. */
  readonly profile?: string
  readonly size?: keyof typeof sizes
  readonly language?: 'vi' | 'en'
  readonly hasTouch?: boolean
  /** False leaves persistence undecided, as in a browser that does not grant it. */
  readonly mayPersist?: boolean
  /** 'block' for a cold load that must see the plain network. */
  readonly serviceWorkers?: 'allow' | 'block'
}

/** A browser with a profile on disk, as on a tablet: it can be closed, killed and opened again with its data. */
export interface TestBrowser {
  readonly profile: string
  readonly context: () => BrowserContext
  /** The first tab. */
  readonly page: () => Page
  readonly cdp: () => CDPSession
  /** Errors the pages threw or wrote to the console since the last `open`; a refused connection is none. */
  readonly errors: () => readonly string[]
  readonly close: () => Promise<void>
  /** SIGKILL for the whole process tree. */
  readonly kill: () => Promise<void>
  /** The same profile again, after `close` or `kill`. */
  readonly reopen: () => Promise<Page>
}

export async function openBrowser(options: BrowserOptions): Promise<TestBrowser> {
  const profile = options.profile ?? makeTempFolder('profile')
  let current = await launch(profile, options)

  return {
    profile,
    context: () => current.context,
    page: () => current.page,
    cdp: () => current.cdp,
    errors: () => current.errors,
    close: () => current.context.close(),
    kill: async () => {
      const closed = new Promise(resolve => current.context.once('close', resolve))
      const count = await killTree(profile)
      if (count === 0) throw new Error('no process of the browser was found')
      await closed
    },
    reopen: async () => {
      current = await launch(profile, options)
      return current.page
    },
  }
}

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-crash-restore-bubble',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

async function launch(profile: string, options: BrowserOptions) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: mustFindChromium(),
    headless: true,
    args: flags,
    // Without a locale Chromium saves no file under a Vietnamese name.
    env: { LANG: 'C.UTF-8', ...process.env },
    viewport: sizes[options.size ?? 'tablet'],
    hasTouch: options.hasTouch ?? true,
    locale: options.language === 'en' ? 'en-GB' : 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    serviceWorkers: options.serviceWorkers ?? 'allow',
    acceptDownloads: true,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const cdp = await context.newCDPSession(page)
  if (options.mayPersist !== false) await grantPersistence(cdp, options.origin)
  return { context, page, cdp, errors: listenForErrors(context) }
}

/** Headless Chromium never asks. Without browserContextId it says ok and does nothing. */
async function grantPersistence(cdp: CDPSession, origin: string): Promise<void> {
  const { targetInfo } = await cdp.send('Target.getTargetInfo')
  const { browserContextId } = targetInfo
  await cdp.send('Browser.setPermission', {
    permission: { name: 'persistent-storage' },
    setting: 'granted',
    origin,
    ...(browserContextId === undefined ? {} : { browserContextId }),
  })
}

function listenForErrors(context: BrowserContext): readonly string[] {
  const errors: string[] = []
  context.on('weberror', error => errors.push(String(error.error().stack ?? error.error())))
  context.on('console', message => {
    // The browser reports every refused connection and every 4xx this way, also those that the test is about.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text())
  })
  return errors
}
