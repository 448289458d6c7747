import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../../src/server/app/config.ts'

describe('the configuration', () => {
  test('needs nothing: the demo on localhost:8080 with its data beside the code', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        port: 8080,
        dataFolder: './data',
        databaseUrl: undefined,
        mode: 'demo',
        origin: 'http://localhost:8080',
        timeZone: 'Asia/Ho_Chi_Minh',
        isBehindProxy: false,
      },
    })
  })

  test('of a real server behind a proxy', () => {
    expect(
      readConfig({
        PORT: '9000',
        DATA_DIR: '/var/lib/iso-xa',
        DATABASE_URL: 'postgresql://db/iso',
        ISOXA_MODE: 'production',
        ISOXA_ORIGIN: 'https://iso.example/',
        ISOXA_TIME_ZONE: 'Asia/Bangkok',
      }),
    ).toEqual({
      ok: true,
      value: {
        port: 9000,
        dataFolder: '/var/lib/iso-xa',
        databaseUrl: 'postgresql://db/iso',
        mode: 'production',
        origin: 'https://iso.example',
        timeZone: 'Asia/Bangkok',
        isBehindProxy: true,
      },
    })
  })

  test.each([
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: '80.5' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ ISOXA_MODE: 'test' }, 'ISOXA_MODE'],
    [{ ISOXA_ORIGIN: 'iso.example' }, 'ISOXA_ORIGIN'],
    [{ ISOXA_ORIGIN: 'https://iso.example/app' }, 'ISOXA_ORIGIN'],
    [{ ISOXA_ORIGIN: 'ftp://iso.example' }, 'ISOXA_ORIGIN'],
    // Its cookie would travel in the clear, and no service worker would run.
    [{ ISOXA_ORIGIN: 'http://iso.example' }, 'https://'],
    [{ ISOXA_ORIGIN: 'http://localhost.evil.example' }, 'https://'],
    [{ DATABASE_URL: 'mysql://db/iso' }, 'DATABASE_URL'],
    [{ ISOXA_TIME_ZONE: 'Lạng Sơn' }, 'ISOXA_TIME_ZONE'],
  ])('%j is an error that names what to change', (env, words) => {
    expect(readConfig(env)).toEqual({ ok: false, error: expect.stringContaining(words) as string })
  })
})
