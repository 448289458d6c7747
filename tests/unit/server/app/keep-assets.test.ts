import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepAssets } from '../../../../src/server/app/keep-assets.ts'
import { makeTempFolder } from '../../../support/temp-folder.ts'

let data: string
beforeEach(() => {
  data = makeTempFolder('data')
})

/** Serves a build with these assets; gives what is kept afterwards. */
async function serve(...names: string[]): Promise<readonly string[]> {
  const dist = makeTempFolder('dist')
  mkdirSync(join(dist, 'assets'))
  for (const name of names) writeFileSync(join(dist, 'assets', name), name)
  return readdirSync(await keepAssets(dist, data)).sort()
}

describe('ST6 assets of earlier builds', () => {
  test('stay for two builds more, and then go', async () => {
    expect(await serve('a-1.js', 'same.js')).toEqual(['a-1.js', 'same.js'])
    expect(await serve('a-2.js', 'same.js')).toEqual(['a-1.js', 'a-2.js', 'same.js'])
    expect(await serve('a-3.js', 'same.js')).toEqual(['a-1.js', 'a-2.js', 'a-3.js', 'same.js'])
    expect(await serve('a-4.js', 'same.js')).toEqual(['a-2.js', 'a-3.js', 'a-4.js', 'same.js'])
  })

  test('are not pushed out by starting the same build again and again', async () => {
    await serve('a-1.js')
    for (let at = 0; at < 5; at++) expect(await serve('a-2.js')).toEqual(['a-1.js', 'a-2.js'])
  })

  test('are not pushed out by going back and forth between two builds', async () => {
    await serve('a-1.js')
    for (let at = 0; at < 3; at++) {
      await serve('a-2.js')
      expect(await serve('a-3.js')).toEqual(['a-1.js', 'a-2.js', 'a-3.js'])
    }
  })

  test('are left alone when there is no build, as in development', async () => {
    await serve('a-1.js')
    expect(readdirSync(await keepAssets(join(data, 'nosuch'), data))).toEqual(['a-1.js'])
    expect(await serve('a-2.js')).toEqual(['a-1.js', 'a-2.js'])
  })

  test('a list that cannot be read costs the old assets, not the start', async () => {
    await serve('a-1.js')
    writeFileSync(join(data, 'kept', 'releases.json'), '[["a-1')
    expect(await serve('a-2.js')).toEqual(['a-2.js'])
    expect(readFileSync(join(data, 'kept', 'assets', 'a-2.js'), 'utf8')).toBe('a-2.js')
  })
})
