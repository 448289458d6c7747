import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FileStore } from '../../../../src/server/files/file-store.ts'
import { createFolderFileStore } from '../../../../src/server/files/folder-file-store.ts'
import { makeTempFolder } from '../../../support/temp-folder.ts'

const sha256 = 'ab'.repeat(32)
const upload = { sha256, person: '../p/lan' }
let folder: string
let files: FileStore
beforeEach(() => {
  folder = makeTempFolder('files')
  files = createFolderFileStore(folder)
})

const readAll = async (name: string): Promise<string | undefined> => {
  const stream = await files.read(name)
  return stream && Buffer.concat(await Array.fromAsync(stream)).toString()
}
const bytes = (text: string): Uint8Array => Buffer.from(text)

describe('a folder of files', () => {
  test('keeps pieces until they are a file', async () => {
    expect(await files.append(upload, 0, bytes('abc'))).toBe(true)
    expect(await files.append(upload, 3, bytes('def'))).toBe(true)
    expect(await readAll(sha256)).toBeUndefined()
    await files.store(upload)
    expect(await readAll(sha256)).toBe('abcdef')
  })

  test('a piece that comes twice, or was cut in the middle, is there once', async () => {
    await files.append(upload, 0, bytes('abc'))
    await files.append(upload, 3, bytes('XXXXXX'))
    await files.append(upload, 3, bytes('def'))
    await files.store(upload)
    expect(await readAll(sha256)).toBe('abcdef')
  })

  test('a piece after something that is not there is not taken', async () => {
    expect(await files.append(upload, 3, bytes('def'))).toBe(false)
    await files.append(upload, 0, bytes('ab'))
    expect(await files.append(upload, 3, bytes('def'))).toBe(false)
  })

  test('tells the hash of what came, and how it begins', async () => {
    await files.append(upload, 0, bytes('abc'))
    const { sha256: hash, start } = await files.inspect(upload)
    expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(Buffer.from(start).toString()).toBe('abc')
  })

  test('two persons’ uploads of one file do not meet', async () => {
    await files.append(upload, 0, bytes('abc'))
    await files.append({ ...upload, person: 'minh' }, 0, bytes('other'))
    await files.drop({ ...upload, person: 'minh' })
    await files.store(upload)
    expect(await readAll(sha256)).toBe('abc')
  })

  test('whatever a person’s id is, nothing is written outside the folder', async () => {
    const around = join(folder, 'around')
    const inside = createFolderFileStore(join(around, 'files'))
    await inside.append(upload, 0, bytes('abc'))
    expect(readdirSync(around)).toEqual(['files'])
    await files.append(upload, 0, bytes('abc'))
    expect(readdirSync(join(folder, 'uploads'))).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}\.[0-9a-f]{16}$/u),
    ])
  })

  test('dropping what is not there is no error; a full or broken disk is', async () => {
    await files.drop(upload)
    writeFileSync(join(folder, 'uploads'), 'in the way')
    await expect(files.append(upload, 0, bytes('abc'))).rejects.toThrow('EEXIST')
  })
})
