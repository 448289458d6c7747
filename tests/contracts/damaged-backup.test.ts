import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readArguments } from '../../src/server/app/admin/read-arguments.ts'
import { sayFailure } from '../../src/server/app/admin/say-backup.ts'
import { readConfig } from '../../src/server/app/config.ts'
import { restoreBackup } from '../../src/server/backup/restore-backup.ts'
import { canonicalJson } from '../../src/server/database/canonical-json.ts'
import { openDatabase, restoringMark } from '../../src/server/database/open-database.ts'
import {
  aBackedUpCommune,
  anEmptyPlace,
  filesIn,
  findingsOf,
  restoreInto,
} from '../support/a-backed-up-commune.ts'
import { makeTempFolder } from '../support/temp-folder.ts'

let commune: Awaited<ReturnType<typeof aBackedUpCommune>>
let name: string
let sha256: string
beforeEach(async () => {
  commune = await aBackedUpCommune('sqlite')
  const lan = commune.tablet('lan')
  await lan.start()
  await lan.push(lan.op('answers/q2', 'còn'))
  sha256 = await commune.putFile('ảnh thứ nhất')
  ;({ name } = await commune.mustBackUp())
})
afterEach(() => commune.close())

/** `npm run admin -- …` on a data folder; the lines it prints, or `error: …`. */
async function admin(dataFolder: string, ...line: readonly string[]): Promise<string> {
  const request = readArguments(line)
  const config = readConfig({ DATA_DIR: dataFolder })
  if (!config.ok || !request.ok || request.value.type === 'help') throw new Error(JSON.stringify(request))
  const { command, options, file } = request.value
  if (!('runBeside' in command)) throw new Error('not a command of backups')
  const lines: string[] = []
  const input = {
    options,
    folder: file,
    signal: new AbortController().signal,
    say: (one: string) => lines.push(one),
  }
  const outcome = await command.runBeside(config.value, input)
  return outcome.ok ? [...lines, ...outcome.value].join('\n') : `error: ${outcome.error}`
}

const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('verify and restore say of a backup', () => {
  const damage: readonly [string, () => void, string][] = [
    [
      'its database was cut off',
      () => truncateSync(commune.pathOf(name, 'iso-xa.db'), 5000),
      '(iso-xa.db) was cut off',
    ],
    [
      'a bit of its database flipped',
      () => flip(commune.pathOf(name, 'iso-xa.db'), 9000),
      'is not the one that was written',
    ],
    [
      'something was appended to its database',
      () => appendFileSync(commune.pathOf(name, 'iso-xa.db'), 'x'),
      'is not the one',
    ],
    ['its database is missing', () => rmSync(commune.pathOf(name, 'iso-xa.db')), '(iso-xa.db) is missing'],
    ['its manifest is missing', () => rmSync(commune.pathOf(name, 'manifest.json')), 'has no manifest.json'],
    [
      'a bit of its manifest flipped',
      () => flip(commune.pathOf(name, 'manifest.json'), 150),
      'was changed or cut off',
    ],
    [
      'its manifest was cut off',
      () => truncateSync(commune.pathOf(name, 'manifest.json'), 100),
      'was changed or cut off',
    ],
    ['a photo is missing', () => rmSync(commune.fileOf(sha256)), 'is missing'],
    ['a bit of a photo flipped', () => flip(commune.fileOf(sha256), 3), 'was changed'],
    ['a photo was cut off', () => truncateSync(commune.fileOf(sha256), 3), 'was cut off'],
    [
      'the folder is somebody else’s',
      () => rmSync(join(commune.folder, 'iso-xa-backups.txt')),
      'holds other things',
    ],
    ['there is none', () => rmSync(commune.pathOf(name, ''), { recursive: true }), 'There is no backup in'],
  ]
  test.each(damage)('%s, and nothing is restored', async (_, work, words) => {
    const empty = join(makeTempFolder('empty'), 'data')
    expect(await admin(empty, 'verify', commune.folder)).toContain('everything is as it was written')
    work()
    const verified = await admin(empty, 'verify', commune.folder)
    expect(verified).toContain('error: ')
    expect(verified).toContain(words)
    const restored = await admin(empty, 'restore', commune.folder)
    expect(restored).toContain('error: ')
    expect(restored).toContain(words)
    expect(existsSync(empty)).toBe(false)
  })

  test('an older one is sound although the newest is not', async () => {
    await commune.tablet('minh').push(commune.tablet('minh').op('answers/q3', 'sau'))
    const { name: newest } = await commune.mustBackUp()
    truncateSync(commune.pathOf(newest, 'iso-xa.db'), 5000)
    const empty = makeTempFolder('empty')
    expect(await admin(empty, 'restore', commune.folder)).toContain('Take another with --at')
    expect(await admin(empty, 'restore', commune.folder, '--at', name)).toContain('2 ops, 1 files')
    expect(await admin(empty, 'restore', commune.folder, '--at', 'nosuch')).toContain('no backup "nosuch"')
  })

  test('it was made by a newer version', async () => {
    const path = commune.pathOf(name, 'manifest.json')
    const { seal: _, ...body } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    const newer = { ...body, app: '9.0.0', migrations: ['0001-entries', '9999-future'] }
    const seal = createHash('sha256').update(canonicalJson(newer)).digest('hex')
    writeFileSync(path, JSON.stringify({ seal, ...newer }))
    expect(await admin(makeTempFolder('empty'), 'restore', commune.folder)).toContain('9.0.0, which is newer')
  })

  test('SY12 with a damaged photo the rest is restored when asked for, and the photo may come again', async () => {
    flip(commune.fileOf(sha256), 3)
    const empty = makeTempFolder('empty')
    const said = await admin(empty, 'restore', commune.folder, '--without-damaged-files')
    expect(said).toContain(`Not in the backup: file ${sha256}`)
    const restored = await openDatabase({ dataFolder: empty })
    expect(await restored.db.selectFrom('files').selectAll().execute()).toEqual([])
    expect(await restored.db.selectFrom('log').select('seq').execute()).toHaveLength(2)
    await restored.close()
  })
})

describe('a restore', () => {
  test.each([
    ['data', 'iso-xa.db'],
    ['something else', 'thesis.docx'],
    ['photos', 'files'],
  ])('refuses a folder with %s in it', async (_, entry) => {
    const taken = makeTempFolder('taken')
    if (entry === 'files') mkdirSync(join(taken, entry))
    else writeFileSync(join(taken, entry), 'x')
    expect(await admin(taken, 'restore', commune.folder)).toContain('error: There are data already')
    expect(readdirSync(taken)).toEqual([entry])
  })

  test('that was cut off is begun again, and until then no server opens the folder', async () => {
    const place = await anEmptyPlace('sqlite')
    const real = filesIn(place)
    const cut = { ...real, store: () => Promise.reject(new Error('power cut')) }
    await expect(
      restoreBackup({ folder: commune.folder, place, files: cut, mayLackFiles: false }),
    ).rejects.toThrow('power cut')
    expect(existsSync(restoringMark(place.dataFolder))).toBe(true)
    await expect(openDatabase(place)).rejects.toThrow('a backup was not restored to its end')
    expect((await restoreInto(commune.folder, place)).ok).toBe(true)
    await (await openDatabase(place)).close()
  })
})

describe('when a backup cannot be written', () => {
  const full = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  const fullDisk = {
    read: () =>
      Promise.resolve(
        Readable.from(
          (function* () {
            yield Buffer.from('ảnh')
            throw full()
          })(),
        ),
      ),
  }

  test('because the disk is full, the older one stays, nothing half is left, and the next one is made', async () => {
    await commune.putFile('ảnh thứ hai')
    await expect(commune.backUp({ files: fullDisk })).rejects.toThrow('no space left')
    const left = readdirSync(commune.folder, { recursive: true }).map(String)
    expect(left.filter(one => one.includes('unfinished') || one.endsWith('.part'))).toEqual([])
    expect(await findingsOf(commune.folder)).toEqual([])
    expect(readdirSync(commune.folder).filter(one => one.startsWith('20'))).toEqual([name])
    expect((await commune.mustBackUp()).copiedFiles).toBe(1)
  })

  test('the operator reads what to do', async () => {
    expect(sayFailure(new Error('x', { cause: full() }), '/backups')).toBe(
      'There is no room left for a backup in /backups. Free some, or give another folder. Older backups are as they were.',
    )
  })

  test('what a crash left is removed by the next one, and is never taken for a backup', async () => {
    const half = commune.pathOf('unfinished-2026-01-01T00-00-00-000Z', '')
    mkdirSync(half)
    writeFileSync(join(half, 'iso-xa.db'), 'half')
    expect(await findingsOf(commune.folder)).toEqual([])
    await commune.mustBackUp()
    expect(existsSync(half)).toBe(false)
  })

  test('into a folder with other things, or without data, it says so and touches nothing', async () => {
    const foreign = makeTempFolder('foreign')
    writeFileSync(join(foreign, 'thesis.docx'), 'x')
    expect(await admin(commune.place.dataFolder, 'backup', foreign)).toContain('holds other things')
    expect(await admin(commune.place.dataFolder, 'backup', commune.place.dataFolder)).toContain(
      'holds other things',
    )
    expect(readdirSync(foreign)).toEqual(['thesis.docx'])
    const none = makeTempFolder('none')
    expect(await admin(none, 'backup', join(none, 'b'))).toContain('there are no data in')
    expect(await admin(none, 'verify')).toContain('there are no data in')
    expect(existsSync(join(none, 'iso-xa.db'))).toBe(false)
  })

  test.each([
    [['--every', '0'], '--every is a number of seconds'],
    [['--every', 'x'], '--every is a number of seconds'],
    [['--keep', '60'], '--keep is three numbers'],
  ])('%j is refused in words', async (options, words) => {
    expect(await admin(commune.place.dataFolder, 'backup', commune.folder, ...options)).toContain(
      `error: ${words}`,
    )
  })

  test('two at once into one folder do not meet', async () => {
    const both = await Promise.allSettled([commune.backUp(), commune.backUp()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(JSON.stringify(both.map(one => (one.status === 'rejected' ? String(one.reason) : '')))).toContain(
      'another backup into',
    )
  })
})

test('of photos that are in the folder already only the new ones are copied', async () => {
  expect((await commune.mustBackUp()).copiedFiles).toBe(0)
  await commune.putFile('ảnh thứ hai')
  const { copiedFiles, manifest } = await commune.mustBackUp()
  expect([copiedFiles, manifest.files.length]).toEqual([1, 2])
  // One that was cut off there is copied again.
  truncateSync(commune.fileOf(sha256), 3)
  expect((await commune.mustBackUp()).copiedFiles).toBe(1)
  expect(await findingsOf(commune.folder)).toEqual([])
})

test('rotating removes older ones and says so, never the newest', async () => {
  const made = await commune.mustBackUp({ keep: { minutes: 0, hours: 0, days: 0 } })
  expect(made.removed).toEqual([name])
  expect(await findingsOf(commune.folder, made.name)).toEqual([])
})
