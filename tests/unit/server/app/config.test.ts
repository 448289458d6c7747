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

  const bucket = {
    ISOXA_S3_ENDPOINT: 'https://s3.example',
    ISOXA_S3_BUCKET: 'iso-xa',
    ISOXA_S3_ACCESS_KEY_ID: 'id',
    ISOXA_S3_SECRET_ACCESS_KEY: 'secret',
  }

  test('of a server whose files are in a bucket', () => {
    const s3 = {
      endpoint: 'https://s3.example',
      bucket: 'iso-xa',
      region: 'us-east-1',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    }
    expect(readConfig(bucket)).toMatchObject({ ok: true, value: { s3 } })
    expect(readConfig({ ...bucket, ISOXA_S3_REGION: 'ap-southeast-1' })).toMatchObject({
      value: { s3: { ...s3, region: 'ap-southeast-1' } },
    })
  })

  test.each(Object.keys(bucket))('never half of a bucket: without %s the server does not start', name => {
    const told = readConfig({ ...bucket, [name]: '' })
    expect(told).toEqual({ ok: false, error: expect.stringMatching(new RegExp(`^${name} must be set`, 'u')) })
  })

  test.each([
    [{ ...bucket, ISOXA_S3_ENDPOINT: 's3.example' }, 'ISOXA_S3_ENDPOINT'],
    [{ ...bucket, ISOXA_S3_BUCKET: 'Iso Xã' }, 'ISOXA_S3_BUCKET'],
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
