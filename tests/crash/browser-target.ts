import { setTimeout as sleep } from 'node:timers/promises'
import { openBrowser, type TestBrowser } from '../e2e/support/browser.ts'
import { signIn, waitUntilInstalled } from '../e2e/support/pages.ts'
import { smallPhoto } from '../e2e/support/photo.ts'
import { questionsOf, surveyForm, surveyPage } from '../e2e/support/survey-page.ts'
import { waitUntilSynced } from '../e2e/support/sync-page.ts'
import { readTabletStore } from '../e2e/support/tablet-store.ts'
import { seededRandom, type SeededRandom } from '../support/seeded-random.ts'
import { startServer } from '../support/start-server.ts'
import { createPowerDisk } from './power-disk.ts'
import type { CrashGiven, Tally } from './tally.ts'

const account = { username: 'caominh', password: 'iso9001' }
const person = 'p-caominh'

/** Texts and numbers: what can be given another value again and again, so that an old one is seen. */
const asked = surveyForm.sections.flatMap(section =>
  questionsOf(section.id)
    .filter(({ type, relevance, constraint }) => type === 'text' && !relevance && !constraint)
    .map(({ id }) => ({ section: section.id, id })),
)
const photographed = [
  { section: 's0', id: 's0_photo_front' },
  { section: 's2', id: 's2_store_photo' },
  { section: 's3', id: 's3_posted_photo' },
] as const

/** What the screen has shown as saved. */
interface Shown {
  readonly texts: Map<string, string>
  readonly photos: Map<string, number>
}

/**
 * Kills a real browser again and again while a person fills the real survey, without a network, and counts what the
 * screen had shown as saved and lost.
 */
export async function crashBrowser({ kills, seed, power, isDurable, onKill }: CrashGiven): Promise<Tally> {
  const random = seededRandom(seed)
  const disk = power ? createPowerDisk(1024) : undefined
  const server = await startServer()
  const tablet = await openBrowser({
    origin: server.origin,
    ...(disk && { profile: `${disk.folder}/profile` }),
  })
  const shown: Shown = { texts: new Map(), photos: new Map() }
  let acknowledged = 0
  let photos = 0
  const lost: string[] = []
  try {
    await prepare(tablet, server.origin)
    // From here on the tablet is alone, and what it says is saved is saved on it.
    await server.kill()
    disk?.flush()
    for (let done = 0; done < kills; done++) {
      if (!isDurable) await relax(tablet)
      await tablet.page().goto(server.origin)
      const counted = await fill(tablet, random, shown, done)
      acknowledged += counted.texts
      photos += counted.photos
      const typing = random.isHit(0.5) ? typeOn(tablet, random) : undefined
      if (typing) await sleep(random.below(300))
      disk?.cut()
      await tablet.kill()
      await typing
      await disk?.restore()
      await tablet.reopen()
      await tablet.page().goto(server.origin)
      lost.push(...(await findLost(tablet, shown)).map(words => `kill ${done + 1}: ${words}`))
      onKill(done + 1)
    }
    return { kills, acknowledged, photos, lost }
  } finally {
    await tablet.kill().catch(() => undefined)
    await server.kill().catch(() => undefined)
    disk?.remove()
  }
}

async function prepare(tablet: TestBrowser, origin: string): Promise<void> {
  const page = tablet.page()
  await signIn(page, origin, account)
  await waitUntilInstalled(page)
  await waitUntilSynced(page)
  await page.reload()
  await surveyPage(page).open()
  await waitUntilSynced(page)
}

/** A page whose saves ask for no durability: the rig's own check must see it lose. */
async function relax(tablet: TestBrowser): Promise<void> {
  await tablet.context().addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its database below
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function relaxed(this: IDBDatabase, names, mode) {
      return transaction.call(this, names, mode, { durability: 'relaxed' })
    }
  })
}

async function fill(tablet: TestBrowser, random: SeededRandom, shown: Shown, round: number) {
  const survey = surveyPage(tablet.page())
  await survey.open()
  const count = 2 + random.below(6)
  for (let at = 0; at < count; at++) {
    const { section, id } = random.pick(asked)
    const text = `lần ${round}.${at} ${'x'.repeat(random.below(200))}`
    await survey.goToSection(section)
    await survey.answer(id, text)
    await survey.waitUntilSaved(id)
    shown.texts.set(id, text)
  }
  if (!random.isHit(0.6)) return { texts: count, photos: 0 }
  const { section, id } = random.pick(photographed)
  await survey.goToSection(section)
  const before = shown.photos.get(id) ?? 0
  // Pictures of before appear one by one; only then one more is the new one.
  if (before > 0)
    await survey
      .card(id)
      .locator('img')
      .nth(before - 1)
      .waitFor()
  await survey.addPhotos(id, [smallPhoto(1000 + round)])
  await survey.card(id).locator('img').nth(before).waitFor()
  await survey.waitUntilSaved(id)
  shown.photos.set(id, before + 1)
  return { texts: count, photos: 1 }
}

/** Something is on the way to the disk when the kill comes; nobody has said yet that it is saved. */
async function typeOn(tablet: TestBrowser, random: SeededRandom): Promise<void> {
  const survey = surveyPage(tablet.page())
  const other = asked.filter(({ section }) => section === 's7')
  const { section, id } = random.pick(other.length > 0 ? other : asked)
  try {
    await survey.goToSection(section)
    await survey.answer(id, 'đang gõ')
  } catch {
    // The browser went away under it.
  }
}

async function findLost(tablet: TestBrowser, { texts, photos }: Shown): Promise<readonly string[]> {
  const { fields, files } = await readTabletStore(tablet.page(), person)
  const lost = [...texts].flatMap(([id, text]) => {
    const found = fields[`answers/${id}`]
    // What was being typed may have been saved in the last moment.
    if (found === text || found === 'đang gõ') return []
    // Counted once.
    texts.delete(id)
    return [`${id} was shown as saved: ${text}; found ${JSON.stringify(found)}`]
  })
  const whole = new Set(files.filter(file => file.foundSha256 === file.sha256).map(file => file.sha256))
  for (const [id, count] of photos) {
    const prefix = `evidence/${id}/`
    const kept = Object.keys(fields).filter(
      field => field.startsWith(prefix) && whole.has(field.slice(prefix.length)),
    )
    if (kept.length >= count) continue
    lost.push(`${id}: ${count} photos were shown as saved, ${kept.length} are whole`)
    photos.set(id, kept.length)
  }
  return lost
}
