import people from '../../../src/content/demo/people.json' with { type: 'json' }
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishedFormType } from '../../../src/domain/qms/published-form-type.ts'
import { formToFields, publishedFormThing } from '../../../src/domain/qms/published-form.ts'
import { responseFields } from '../../../src/domain/responses/response-fields.ts'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { freshPostgres } from '../../support/fresh-postgres.ts'
import { startS3, type RunningS3 } from '../../support/s3-server.ts'
import { startServer, type RunningServer } from '../../support/start-server.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { aForm } from '../../support/a-form.ts'
import { aPicture, tus } from './a-picture.ts'
import { createBrowser, faultOf, sha256Of, type Browser } from './a-server.ts'
import { aTablet, fieldsOf, results } from './a-tablet.ts'

const demoPassword = 'iso9001'
/** Khánh Long: the demo's commune whose survey is not begun. */
const commune = '05998'

/** A build is not needed to serve the API. */
function aDist(): string {
  const dist = makeTempFolder('dist')
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html>')
  return dist
}

/** Two server processes that share a PostgreSQL and a bucket, nothing else; both start at once on empty ones. */
describe('two server processes on one database', () => {
  let s3: RunningS3
  let servers: readonly [RunningServer, RunningServer]

  beforeAll(async () => {
    s3 = await startS3()
    const env = {
      ISOXA_DIST: aDist(),
      DATABASE_URL: await freshPostgres(),
      ISOXA_S3_ENDPOINT: s3.place.endpoint,
      ISOXA_S3_BUCKET: s3.place.bucket,
      ISOXA_S3_ACCESS_KEY_ID: s3.place.accessKeyId,
      ISOXA_S3_SECRET_ACCESS_KEY: s3.place.secretAccessKey,
    }
    servers = await Promise.all([startServer({ env }), startServer({ env })])
  }, 120_000)
  afterAll(async () => {
    for (const server of servers ?? []) await server.stop()
    await s3?.stop()
  })

  /** A browser whose next request goes to the process that is set, as through a proxy that spreads requests. */
  function aBrowser() {
    let at = 0
    const browser = createBrowser(async (url, init) => {
      const answer = await fetch(url.replace('http://proxy', servers[at]!.origin), init)
      // fetch has unpacked it already.
      const headers = new Headers(answer.headers)
      headers.delete('content-encoding')
      return new Response(answer.body, { status: answer.status, headers })
    }, 'http://proxy')
    return { browser, use: (process: 0 | 1) => void (at = process) }
  }
  async function signedIn(username: string) {
    const one = aBrowser()
    const answer = await one.browser.signIn(username, demoPassword)
    expect(answer.status).toBe(200)
    const { person } = (await answer.json()) as { person: { id: string } }
    return { ...one, person: person.id }
  }
  const tabletOf = (browser: Browser, person: string, name = `tablet-${person}`) =>
    aTablet({ clock: { now: Date.now } }, browser, person, commune, name)

  test('that start at once seed the demo once', async () => {
    for (const server of servers) {
      const { accounts } = (await (await fetch(`${server.origin}/api/demo`)).json()) as {
        accounts: unknown[]
      }
      expect(accounts).toHaveLength(people.filter(({ username }) => username !== undefined).length)
    }
    const { browser, person } = await signedIn('tinh')
    const { pages } = await tabletOf(browser, person).sync()
    const responses = pages.flatMap(({ entries }) =>
      entries.filter(entry => entry[1] === 'response' && entry[3] === 'form'),
    )
    expect(new Set(responses.map(entry => entry[2])).size).toBe(responses.length)
    for (const server of servers) expect(server.log()).not.toContain('error')
  })

  test('take a tablet’s work in turns: session, ops and cursors are the same at both', async () => {
    const { browser, use, person } = await signedIn('khanhlong')
    const tablet = tabletOf(browser, person)
    use(1)
    expect(results(await tablet.start())).toEqual(['ok'])
    const ops = ['a', 'b', 'c', 'd'].map(text => tablet.op(`comments/s1_assign/${text}`, { text }))
    for (const [at, op] of ops.entries()) {
      use((at % 2) as 0 | 1)
      expect(results(await tablet.sync([op]))).toEqual(['ok'])
    }
    use(0)
    expect(results(await tablet.sync(ops))).toEqual(ops.map(() => 'duplicate'))
    const views = []
    for (const at of [0, 1] as const) {
      use(at)
      views.push((await tablet.sync()).pages)
    }
    expect(views[0]).toEqual(views[1])
    await browser.ask('DELETE', '/api/session')
    use(0)
    expect((await browser.ask('GET', '/api/session')).status).toBe(401)
  })

  test('SY12 finish at one what was begun at the other, and both read the photo', async () => {
    const { browser, use } = await signedIn('khanhlong')
    const picture = aPicture('hai máy chủ', 300_000)
    await tus.create(browser, picture)
    await tus.append(browser, picture.sha256, 0, picture.bytes.subarray(0, 150_000))
    use(1)
    expect((await tus.where(browser, picture.sha256)).headers.get('upload-offset')).toBe('150000')
    const done = await tus.append(browser, picture.sha256, 150_000, picture.bytes.subarray(150_000))
    expect(done.headers.get('upload-complete')).toBe('?1')
    for (const at of [0, 1] as const) {
      use(at)
      const read = await tus.read(browser, picture.sha256)
      expect(sha256Of(await buffer(Readable.fromWeb(read.body as never)))).toBe(picture.sha256)
    }
  })

  test('SY12 let pieces of one upload that come to both at once in one by one', async () => {
    const { browser } = await signedIn('khanhlong')
    const picture = aPicture('cùng lúc', 200_000)
    const forged = aPicture('giả', 200_000)
    await tus.create(browser, picture)
    const cookie = browser.cookie()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => {
        const own = aBrowser()
        own.browser.setCookie(cookie)
        own.use((at % 2) as 0 | 1)
        return tus.append(own.browser, picture.sha256, 0, at % 4 === 3 ? forged.bytes : picture.bytes)
      }),
    )
    // The forged one may have come first: then all is thrown away and the tablet begins again.
    expect(answers.every(({ status }) => [204, 404, 409, 460].includes(status))).toBe(true)
    if (!(await tus.where(browser, picture.sha256)).ok) {
      await tus.create(browser, picture)
      await tus.append(browser, picture.sha256, 0, picture.bytes)
    }
    const read = await tus.read(browser, picture.sha256)
    expect(sha256Of(Buffer.from(await read.arrayBuffer()))).toBe(picture.sha256)
  })

  test('count wrong passwords together', async () => {
    const { browser, use } = aBrowser()
    const answers: string[] = []
    for (let at = 0; at < 6; at++) {
      use((at % 2) as 0 | 1)
      answers.push(await faultOf(await browser.signIn('nobody', 'sai')))
    }
    expect(answers).toEqual([...Array.from({ length: 5 }, () => '401 wrongPassword'), '429 tooManyTries'])
  })

  test('both know a form as soon as it is published at one', async () => {
    const province = await signedIn('tinh')
    const form = aForm()
    const publisher = tabletOf(province.browser, province.person)
    const published = await publisher.sync(
      formToFields(form).map(({ field, value }) =>
        publisher.op(field, value, {
          feed: referenceFeed,
          type: publishedFormType,
          thing: publishedFormThing(form),
        }),
      ),
    )
    expect(new Set(results(published))).toEqual(new Set(['ok']))
    for (const at of [1, 0] as const) {
      province.use(at)
      const answer = await province.browser.ask('HEAD', `/api/exports/${form.id}?format=csv`)
      expect(answer.status).toBe(200)
    }
  })

  test('one goes on when the other is killed in the middle of its work', async () => {
    const { browser, use, person } = await signedIn('khanhlong')
    const tablet = tabletOf(browser, person, 'tablet-kill')
    use(1)
    const work = Array.from({ length: 20 }, (_, at) => tablet.op(`comments/s1_assign/k${at}`, { text: 'x' }))
    const sending = Promise.allSettled(work.map(op => tablet.sync([op])))
    await servers[1].kill()
    await sending
    use(0)
    const again = results(await tablet.sync(work))
    expect(again.every(result => result === 'ok' || result === 'duplicate')).toBe(true)
    const fields = fieldsOf(await tablet.sync(), `${commune}@2017-10-15/unit`)
    expect(
      Object.keys(fields).filter(field => field.startsWith(responseFields.comment('s1_assign', 'k'))),
    ).toHaveLength(20)
    await servers[1].start()
  })
})
