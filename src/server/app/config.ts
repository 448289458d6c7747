import { err, ok, type Result } from '../../lib/result.ts'
import type { S3Place } from '../files/s3-place.ts'

export interface Config {
  readonly port: number
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  /** Where files are; without it they lie in the data folder. */
  readonly s3?: S3Place | undefined
  readonly mode: 'demo' | 'production'
  readonly origin: string
  readonly timeZone: string
  /** A TLS proxy in front tells the address in X-Forwarded-For. */
  readonly isBehindProxy: boolean
  /** Where the server makes backups by itself, and how often. */
  readonly backup?: { readonly folder: string; readonly everySeconds: number } | undefined
}

const s3Names = [
  'ISOXA_S3_ENDPOINT',
  'ISOXA_S3_BUCKET',
  'ISOXA_S3_ACCESS_KEY_ID',
  'ISOXA_S3_SECRET_ACCESS_KEY',
]

/** Browsers trust these without a certificate; everywhere else a service worker and a safe cookie need https. */
const localNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Reads the configuration; an error is a sentence that says what to change. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, string> {
  const port = Number(env['PORT'] ?? 8080)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return err(`PORT must be a number from 1 to 65535, not "${env['PORT']}".`)
  const mode = env['ISOXA_MODE'] ?? 'demo'
  if (mode !== 'demo' && mode !== 'production')
    return err(`ISOXA_MODE must be "demo" or "production", not "${mode}".`)
  const origin = (env['ISOXA_ORIGIN'] ?? `http://localhost:${port}`).replace(/\/$/u, '')
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:/u.test(origin))
    return err(`ISOXA_ORIGIN must be an origin such as https://iso.example, not "${origin}".`)
  if (origin.startsWith('http:') && !localNames.has(new URL(origin).hostname))
    return err(
      `ISOXA_ORIGIN must begin with https:// (only http://localhost may do without), not "${origin}".`,
    )
  const databaseUrl = env['DATABASE_URL']
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//u.test(databaseUrl))
    return err('DATABASE_URL must begin with postgres:// or be left out for SQLite.')
  const s3 = readS3Place(env)
  if (!s3.ok) return s3
  const timeZone = env['ISOXA_TIME_ZONE'] ?? 'Asia/Ho_Chi_Minh'
  if (!isTimeZone(timeZone)) return err(`ISOXA_TIME_ZONE is not a time zone: "${timeZone}".`)
  const everySeconds = Number(env['ISOXA_BACKUP_EVERY'] ?? 60)
  if (!Number.isInteger(everySeconds) || everySeconds < 1 || everySeconds > 86_400)
    return err(
      `ISOXA_BACKUP_EVERY must be a number of seconds from 1 to 86400, not "${env['ISOXA_BACKUP_EVERY']}".`,
    )
  const folder = env['ISOXA_BACKUP_DIR']
  return ok({
    port,
    dataFolder: env['DATA_DIR'] ?? './data',
    databaseUrl,
    s3: s3.value,
    mode,
    origin,
    timeZone,
    isBehindProxy: origin.startsWith('https:'),
    backup: folder ? { folder, everySeconds } : undefined,
  })
}

/** All of it or nothing: a server that was meant to keep photos in a bucket must not quietly keep them elsewhere. */
function readS3Place(env: Readonly<Record<string, string | undefined>>): Result<S3Place | undefined, string> {
  const values = s3Names.map(name => env[name] ?? '')
  const missing = s3Names.filter((_, at) => values[at] === '')
  if (missing.length === s3Names.length) return ok(undefined)
  if (missing.length > 0)
    return err(`${missing.join(', ')} must be set as well, or none of ${s3Names.join(', ')}.`)
  const [endpoint = '', bucket = '', accessKeyId = '', secretAccessKey = ''] = values
  if (!URL.canParse(endpoint) || !/^https?:/u.test(endpoint))
    return err(`ISOXA_S3_ENDPOINT must be an address such as https://s3.example, not "${endpoint}".`)
  if (!/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/u.test(bucket))
    return err(`ISOXA_S3_BUCKET must be the name of a bucket, not "${bucket}".`)
  const region = env['ISOXA_S3_REGION'] ?? 'us-east-1'
  return ok({ endpoint, bucket, region, accessKeyId, secretAccessKey })
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
