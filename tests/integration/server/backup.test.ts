import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { makeBackup } from '../../../src/server/backup/make-backup.ts'
import { restoreBackup } from '../../../src/server/backup/restore-backup.ts'
import { verifyData } from '../../../src/server/backup/verify-data.ts'
import { createFolderFileStore } from '../../../src/server/files/folder-file-store.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startServer, type RunningServer } from '../../support/start-server.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { waitUntil } from '../../support/wait-until.ts'
import { aPicture, tus } from './a-picture.ts'
import { aRealTablet } from './a-real-tablet.ts'
import { aPlace, aServer, sha256Of, type TestServer } from './a-server.ts'
import type { Place } from '../../../src/server/database/open-database.ts'

const filesIn = ({ dataFolder }: Place) => createFolderFileStore(join(dataFolder, 'files'))

describe.each(['sqlite', 'postgres'] as const)('SY11 on %s, after an older backup was restored', engine => {
  const servers: TestServer[] = []
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close()
  })

  test('two tablets bring the rest back by themselves, photos too, and hear of the next backup', async () => {
    const folder = join(makeTempFolder('backups'), 'b')
    const server = await aServer({ engine })
    servers.push(server)
    const clock = server.clock.now
    const backUp = ({ place }: TestServer) =>
      makeBackup({ place, files: filesIn(place), folder, clock, version: '1' })
    const lan = await aRealTablet({ person: 'lan', commune: '05998', seed: 1, clock })
    const minh = await aRealTablet({ person: 'minh', commune: '06190', seed: 2, clock })
    const [lanOnline, minhOnline] = [await server.signedIn('lan'), await server.signedIn('minh')]
    const [before, after] = [aPicture('trước', 3000), aPicture('sau', 300_000)]

    await lan.start()
    await lan.answer('s0_respondent', 'trước')
    await lan.photograph('s1_assign', before)
    expect(await lan.whereabouts(before.sha256)).toBe('onTablet')
    await minh.start()
    for (const [tablet, browser] of [
      [lan, lanOnline],
      [minh, minhOnline],
    ] as const)
      await tablet.sync(browser)
    server.clock.advance(60_000)
    expect(await lan.whereabouts(before.sha256)).toBe('atServer')
    const first = await backUp(server)
    if (!first.ok) throw new Error(JSON.stringify(first.error))
    server.clock.advance(60_000)
    // There is a backup, but nobody has told this tablet.
    expect(await lan.whereabouts(before.sha256)).toBe('atServer')
    await lan.sync(lanOnline)
    expect(await lan.whereabouts(before.sha256)).toBe('inBackup')
    expect((await lan.backup())?.at).toBe(first.value.manifest.at)
    expect(await lan.storedAt(before.sha256)).toBeLessThan(first.value.manifest.at)

    await lan.answer('s0_respondent', 'sau')
    await lan.photograph('s1_assign', after)
    expect(await lan.whereabouts(before.sha256, after.sha256)).toBe('onTablet')
    await lan.sync(lanOnline)
    expect(await lan.whereabouts(before.sha256, after.sha256)).toBe('atServer')
    await minh.answer('s1_villages', 9)
    await minh.sync(minhOnline)
    // Not sent yet when the server died.
    await minh.answer('s0_respondent', 'Minh')
    const shown = [await lan.fields(), await minh.fields()]

    const place = await aPlace(engine)
    const restored = await restoreBackup({ folder, place, files: filesIn(place), mayLackFiles: false })
    expect(restored.ok).toBe(true)
    const next = await aServer({ engine, place })
    servers.push(next)
    next.clock.advance(3_600_000)
    // The sessions of before the backup go on: nobody has to sign in.
    const [lanAgain, minhAgain] = [next.browser(), next.browser()]
    lanAgain.setCookie(lanOnline.cookie())
    minhAgain.setCookie(minhOnline.cookie())
    const officer = await next.signedIn('vinh')
    expect((await tus.read(officer, before.sha256)).status).toBe(200)
    expect((await tus.read(officer, after.sha256)).status).toBe(404)

    await lan.sync(lanAgain)
    await minh.sync(minhAgain)
    expect([await lan.fields(), await minh.fields()]).toMatchObject(shown)
    expect([await lan.countWaiting(), await minh.countWaiting()]).toEqual([0, 0])
    // The backup of before says nothing of the new epoch.
    expect(await lan.whereabouts(before.sha256, after.sha256)).toBe('atServer')
    const photo = await tus.read(officer, after.sha256)
    expect(sha256Of(Buffer.from(await photo.arrayBuffer()))).toBe(after.sha256)

    // Another tablet sees it all from the server alone.
    const other = await aRealTablet({ person: 'lan', commune: '05998', seed: 3, clock })
    await other.sync(await next.signedIn('lan'))
    expect(await other.fields()).toMatchObject({ 'answers/s0_respondent': 'sau' })
    expect(await Array.fromAsync(verifyData(place, filesIn(place), clock))).toEqual([])

    next.clock.advance(60_000)
    const second = await makeBackup({
      place,
      files: filesIn(place),
      folder,
      clock: next.clock.now,
      version: '1',
    })
    if (!second.ok) throw new Error(JSON.stringify(second.error))
    await lan.sync(lanAgain)
    expect((await lan.backup())?.at).toBe(second.value.manifest.at)
    expect(await lan.whereabouts(before.sha256, after.sha256)).toBe('inBackup')
    for (const tablet of [lan, minh, other]) tablet.close()
  })
})

describe('while the real server runs', () => {
  let server: RunningServer | undefined
  afterEach(async () => {
    await server?.kill()
    server = undefined
  })
  const dist = (): string => {
    const folder = makeTempFolder('dist')
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>ISO</title>')
    return folder
  }

  /** `npm run admin -- …` in a process of its own: exit code and all it wrote. */
  function admin(dataFolder: string, ...line: readonly string[]): Promise<readonly [number | null, string]> {
    const child = spawn(process.execPath, ['src/server/app/admin.ts', ...line], {
      env: { ...process.env, DATA_DIR: dataFolder },
    })
    let said = ''
    for (const output of [child.stdout, child.stderr]) output.on('data', piece => (said += String(piece)))
    return new Promise(resolve => child.on('close', code => resolve([code, said])))
  }

  test('the command line backs up, verifies and restores; no second server comes in by that', async () => {
    server = await startServer({ env: { ISOXA_DIST: dist() } })
    const folder = join(makeTempFolder('backups'), 'b')
    expect(await admin(server.dataDir, 'backup', folder)).toEqual([
      0,
      expect.stringMatching(/^Backup \S+: \d+ ops, .* verified/u),
    ])
    expect(await admin(server.dataDir, 'verify', folder)).toEqual([
      0,
      expect.stringContaining('as it was written'),
    ])
    expect(await admin(server.dataDir, 'verify')).toEqual([
      0,
      expect.stringContaining('The data: everything'),
    ])
    expect(await admin(server.dataDir, 'restore', folder)).toEqual([
      1,
      expect.stringContaining('There are data already'),
    ])
    expect(await admin(server.dataDir, 'list-people')).toEqual([
      1,
      expect.stringContaining('another ISO Xã server'),
    ])

    const restored = join(makeTempFolder('restored'), 'data')
    expect(await admin(restored, 'restore', folder)).toEqual([0, expect.stringContaining('Restored backup')])
    expect(await admin(restored, 'list-people')).toEqual([0, expect.stringContaining('khanhlong')])
    expect((await fetch(`${server.origin}/api/health`)).status).toBe(200)
  })

  test('it makes backups by itself when told where, and they end with it, however it ends', async () => {
    const folder = join(makeTempFolder('backups'), 'b')
    const port = await findFreePort()
    server = await startServer({
      port,
      env: { ISOXA_DIST: dist(), ISOXA_BACKUP_DIR: folder, ISOXA_BACKUP_EVERY: '1' },
    })
    const list = (): readonly string[] => {
      try {
        return readdirSync(folder).filter(name => name.startsWith('20'))
      } catch {
        return []
      }
    }
    await waitUntil('two backups', () => Promise.resolve(list().length >= 2))
    expect(server.log()).toContain('"backup":"Backup 20')
    await server.kill()
    // Whoever is at it ends after the one that was begun.
    await waitUntil(
      'the end of backups',
      async () => (await admin(server!.dataDir, 'backup', folder))[0] === 0,
    )
    const [code, said] = await admin(server.dataDir, 'verify', folder)
    expect([code, said]).toEqual([0, expect.stringContaining('as it was written')])
    const left = list().length
    await new Promise(resolve => setTimeout(resolve, 2_500))
    expect(list().length).toBe(left)
  })
})
