import { pipeline, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import { Hono } from 'hono'
import * as z from 'zod'
import { feedId } from '../../domain/people/feed.ts'
import { layOutExport } from '../../domain/reports/export-layout.ts'
import { asCodes } from '../../domain/reports/export-options.ts'
import { createExportRows } from '../../domain/reports/export-rows.ts'
import { textIn } from '../../domain/reports/export-headers.ts'
import { responseFields, responseType } from '../../domain/responses/response-fields.ts'
import { responseStates } from '../../domain/responses/response-state.ts'
import { readFormName } from '../../domain/responses/response.ts'
import { describeError } from './describe-error.ts'
import type { Environment, Services } from './environment.ts'
import { exportWords } from './export-words.ts'
import { problem } from './problem.ts'
import { readExported } from './read-exported.ts'
import { isZip, writeExport } from './write-export.ts'

const flag = z
  .enum(['true', 'false'])
  .default('true')
  .transform(word => word === 'true')
const query = z.strictObject({
  format: z.enum(['xlsx', 'csv', 'zip']),
  language: z.string().max(40).default(asCodes),
  splitMultiple: flag,
  groupNames: flag,
  /** Only this unit and those below it. */
  unit: z.string().max(200).optional(),
  /** One or more, with commas between. */
  state: z
    .string()
    .transform(words => words.split(','))
    .pipe(z.array(z.enum(responseStates)))
    .optional(),
})

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
} as const

/**
 * `GET /api/exports/:form`: the responses to a form in the communes where this person may export and reads (SY9), as
 * a stream. What lies outside does not exist: a form without a commune to export from answers like no form.
 */
export function exportsRoute(services: Services): Hono<Environment> {
  const { entries, fileIndex, files, formVersions, clock, dayOf, timeOf, log } = services

  return new Hono<Environment>().get('/:form', async c => {
    const asked = query.safeParse(c.req.query())
    if (!asked.success) return problem(c, 'badRequest')
    const { format, language, splitMultiple, groupNames, unit, state = [] } = asked.data
    const [newest, ...older] = await formVersions(c.req.param('form'))
    const scope = c.get('scope')
    const directory = c.get('directory')
    const { tree, people } = directory
    const now = dayOf(clock())
    const below =
      unit === undefined
        ? undefined
        : new Set(
            tree
              .subtree(unit)
              .flatMap(({ id }) => [id, ...tree.predecessors(id, now).map(ended => ended.id)]),
          )
    const communes = scope
      .communesEver('response.export')
      .filter(({ id }) => scope.mayRead(feedId(id, 'unit')) && below?.has(id) !== false)
    if (!newest || communes.length === 0) return problem(c, 'notFound')
    const languages = [asCodes, 'vi', 'en', ...Object.keys(newest.form.languages ?? {})]
    if (!languages.includes(language)) return problem(c, 'badRequest')

    const forms = [newest, ...older] as const
    const options = { language, splitMultiple, groupNames }
    const words = exportWords(language)
    const table = layOutExport([...forms], options, words)
    const { person } = c.get('session')
    const today = dayOf(clock())
    const name = `${newest.form.id}-${today}`
    const ending = isZip(format, table) ? 'zip' : format
    const counts = await entries.countValues(
      communes.map(({ id }) => feedId(id, 'unit')),
      { type: responseType, field: responseFields.form },
    )
    const total = counts
      .filter(({ value }) => readFormName(value)?.id === newest.form.id)
      .reduce((sum, { count }) => sum + count, 0)
    const isPacked = ending === 'csv' && (c.req.header('accept-encoding') ?? '').includes('gzip')
    const headers = {
      'content-type': types[ending],
      'content-disposition': attachment(
        `${name}.${ending}`,
        `${textIn(newest.form.title, language, newest.form)} ${today}.${ending}`,
      ),
      'cache-control': 'no-store',
      /** How many there are of the form in scope, in whatever state. */
      'x-total': String(total),
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    }
    // Hono brings HEAD here as well.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)

    const world = {
      today,
      dayOf,
      timeOf,
      words,
      personName: (id: string) => people.get(id)?.name ?? id,
      unitName: (id: string) => tree.get(id)?.fullName,
    }
    const chunks = writeExport({
      format,
      name,
      table,
      responses: readExported({ entries, directory, communes, forms, states: state }),
      toRows: createExportRows(table, options, world),
      async readFile(sha256) {
        if (!(await fileIndex.mayRead(sha256, person, scope.mayRead))) return undefined
        const stored = await files.read(sha256)
        return stored && new Uint8Array(await buffer(stored))
      },
    })
    const whole = Readable.from(chunks, { objectMode: false })
    // The answer has begun: all that can be done is to cut it, which the tablet notices.
    whole.on('error', error => log({ level: 'error', ...describeError(error) }))
    const body = isPacked ? pipeline(whole, createGzip(), () => undefined) : whole
    return c.body(Readable.toWeb(body) as ReadableStream, 200, headers)
  })
}

/** A name that every system takes, and the true one for those that read RFC 6266. */
const attachment = (ascii: string, name: string): string =>
  `attachment; filename="${ascii.replace(/[^\w.-]/gu, '_')}"; filename*=UTF-8''${encodeURIComponent(
    name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '_'),
  ).replace(/['()*]/gu, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`
