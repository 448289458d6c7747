import { readFileSync } from 'node:fs'
import units from '../../../src/content/units/langson-2017.json' with { type: 'json' }
import { feedId } from '../../../src/domain/people/feed.ts'
import { responseFields, responseId, responseType } from '../../../src/domain/responses/response-fields.ts'
import { demoAnswers } from '../../../src/server/app/demo-answers.ts'
import { baselineSurvey, createBuiltInForms } from '../../../src/server/app/forms.ts'
import { openServices } from '../../../src/server/app/open-services.ts'
import { startServer, type RunningServer } from '../../support/start-server.ts'
import { findFreePort } from '../../support/free-port.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { bulkPeople, makeBulkPeople } from '../support/bulk-people.ts'
import { figure, type Figure, type Measure } from '../support/figure.ts'

const responses = 10_000
const communes = units.filter(({ kind }) => kind === 'commune')

/**
 * The whole province's responses to the baseline survey, about 45 answers each, downloaded from a server of its own:
 * how long, how large, how much memory it needs beyond what it had, and how long another request waits meanwhile.
 */
export const measureExport: Measure = async () => {
  const dataDir = makeTempFolder('export')
  const port = await findFreePort()
  const origin = `http://localhost:${port}`
  await makeBulkPeople(dataDir, origin)
  await fill(dataDir, origin)
  const env = { ISOXA_MODE: 'production', ISOXA_ORIGIN: origin }
  const server = await startServer({ port, dataDir, env })
  try {
    const cookie = await signIn(server)
    const figures: Figure[] = []
    for (const format of ['xlsx', 'zip'] as const) figures.push(...(await measureOne(server, cookie, format)))
    return figures
  } finally {
    await server.stop()
  }
}

async function fill(dataFolder: string, origin: string): Promise<void> {
  const form = createBuiltInForms().find(baselineSurvey)
  if (!form) throw new Error('the baseline survey is missing')
  const config = {
    port: 0,
    databaseUrl: undefined,
    mode: 'production',
    timeZone: 'Asia/Ho_Chi_Minh',
  } as const
  const opened = await openServices({ ...config, dataFolder, origin, isBehindProxy: false }, () => undefined)
  for (const [at, { id: unit }] of communes.entries()) {
    const share =
      Math.floor(((at + 1) * responses) / communes.length) - Math.floor((at * responses) / communes.length)
    const wish = { today: '2017-11-01', unit, level: 0.6, share: 1 }
    const changes = Array.from({ length: share }, (_, round) => {
      const answers = demoAnswers(form, { ...wish, seed: at * 1000 + round })
      const thing = responseId(`bench${round}`, baselineSurvey.id, unit)
      return [
        { type: responseType, thing, field: responseFields.form, value: { ...baselineSurvey } },
        ...Object.entries(answers).map(([id, value]) => ({
          type: responseType,
          thing,
          field: responseFields.answer(id),
          value,
        })),
      ]
    })
    await opened.services.authority.write(feedId(unit, 'unit'), changes.flat())
  }
  await opened.close()
}

async function signIn({ origin }: RunningServer): Promise<string> {
  const { username, password } = bulkPeople.coordinator
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ username, password, device: 'bench' }),
    headers: { 'content-type': 'application/json' },
  })
  if (!answer.ok) throw new Error(`signing in: ${answer.status}`)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function measureOne(server: RunningServer, cookie: string, format: string): Promise<readonly Figure[]> {
  const before = memoryOf(server)
  const cpuBefore = cpuSecondsOf(server)
  let isOver = false
  const waits = watchHealth(server.origin, () => isOver)
  const startedAt = performance.now()
  const path = `/api/exports/${baselineSurvey.id}?format=${format}&language=vi`
  const answer = await fetch(`${server.origin}${path}`, { headers: { cookie } })
  if (answer.headers.get('x-total') !== String(responses))
    throw new Error(`${answer.status}, not all responses`)
  const firstMs = performance.now() - startedAt
  let bytes = 0
  let most = before
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    most = Math.max(most, memoryOf(server))
  }
  const seconds = (performance.now() - startedAt) / 1000
  isOver = true
  return [
    figure(`export_10k_${format}`, seconds, 's'),
    figure(`export_10k_${format}_cpu`, cpuSecondsOf(server) - cpuBefore, 's'),
    figure(`export_10k_${format}_first_byte`, firstMs, 'ms'),
    figure(`export_10k_${format}_size`, bytes / 1e6, 'MB'),
    figure(`export_10k_${format}_memory_before`, before, 'MB'),
    figure(`export_10k_${format}_memory_most`, most, 'MB'),
    figure(`export_10k_${format}_longest_wait_of_others`, await waits, 'ms'),
  ]
}

/** What the server holds in memory now, without the pages of files that the system lends it. */
function memoryOf(server: RunningServer): number {
  const status = readFileSync(`/proc/${server.pid()}/status`, 'utf8')
  return Number(/^RssAnon:\s+(\d+)/mu.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** What the server's process has computed so far; Linux counts in hundredths of a second (proc(5)). */
function cpuSecondsOf(server: RunningServer): number {
  const stat = readFileSync(`/proc/${server.pid()}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function watchHealth(origin: string, isOver: () => boolean): Promise<number> {
  let longest = 0
  while (!isOver()) {
    const askedAt = performance.now()
    await (await fetch(`${origin}/api/health`)).arrayBuffer()
    longest = Math.max(longest, performance.now() - askedAt)
  }
  return longest
}
