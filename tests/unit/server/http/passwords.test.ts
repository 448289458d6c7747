import { describe, expect, test } from 'vitest'
import { createPasswords } from '../../../../src/server/http/passwords.ts'

const passwords = createPasswords()

describe('a password', () => {
  test('matches its own Argon2id hash and no other', async () => {
    const hash = await passwords.hash('Lạng Sơn 2017')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/u)
    expect(await passwords.matches('Lạng Sơn 2017', hash)).toBe(true)
    for (const wrong of ['Lạng Sơn 2018', 'lạng sơn 2017', 'Lạng Sơn 2017 ', ''])
      expect(await passwords.matches(wrong, hash)).toBe(false)
  })

  test('has another hash each time', async () => {
    expect(await passwords.hash('a')).not.toBe(await passwords.hash('a'))
  })

  test('is the same from every Vietnamese keyboard', async () => {
    const hash = await passwords.hash('tiếng Việt'.normalize('NFD'))
    expect(await passwords.matches('tiếng Việt'.normalize('NFC'), hash)).toBe(true)
  })

  test('matches nothing where there is no hash, or one that is broken', async () => {
    for (const hash of [
      undefined,
      '',
      '$argon2id$',
      '$argon2id$v=19$m=19456,t=2,p=1$$',
      'plain',
      '$scrypt$x$y$z$w',
    ])
      expect(await passwords.matches('', hash)).toBe(false)
  })

  test('costs as much for somebody who does not exist', async () => {
    const hash = await passwords.hash('a')
    const timeOf = async (given: string | undefined): Promise<number> => {
      const startedAt = performance.now()
      for (let at = 0; at < 5; at++) await passwords.matches('b', given)
      return performance.now() - startedAt
    }
    await timeOf(hash)
    const [known, unknown] = [await timeOf(hash), await timeOf(undefined)]
    expect(unknown / known).toBeGreaterThan(0.3)
  })
})
