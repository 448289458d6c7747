import { Hono, type Context } from 'hono'
import type { Services } from '../environment.ts'
import type { Row } from './edm.ts'
import type { EntitySet } from './entity-set.ts'
import { entitySets } from './entity-sets.ts'
import type { FeedEnvironment } from './feed-environment.ts'
import type { FeedWorld } from './feed-world.ts'
import { odataProblem } from './odata-problem.ts'
import { parseQuery, type Query } from './parse-query.ts'
import { readPage } from './read-page.ts'
import { readResourcePath } from './read-resource-path.ts'
import { readSkipToken, writeSkipToken, type SkipToken } from './skip-token.ts'
import { writeMetadata } from './write-metadata.ts'

const root = '/odata/v1'
const mostRows = 1_000
/** With an order, the rows to be skipped are in memory. */
const mostSkippedInOrder = 20_000
const types = {
  json: 'application/json;odata.metadata=minimal;charset=utf-8',
  xml: 'application/xml;charset=utf-8',
  text: 'text/plain;charset=utf-8',
} as const
const metadata = writeMetadata(entitySets)

/**
 * `GET /odata/v1/…`: the OData 4.0 read feed. Service document, `$metadata`, entity sets, `Set/$count`, `Set('id')`.
 */
export function odataRoute({ origin, timeOf }: Services, feedWorld: FeedWorld): Hono<FeedEnvironment> {
  const base = `${origin}${root}`
  const answer = (c: Context, body: string, type: keyof typeof types): Response =>
    c.body(body, 200, { 'content-type': types[type], 'odata-version': '4.0' })

  const worldOf = (c: Context<FeedEnvironment>) => feedWorld(c.get('scope'), c.get('directory'))

  async function answerPage(c: Context<FeedEnvironment>, set: EntitySet, query: Query): Promise<Response> {
    const from = query.skipToken === undefined ? undefined : readSkipToken(query.skipToken)
    const isOrdered = query.orderBy.length > 0
    if (query.skipToken !== undefined && (!from || isOrdered !== (from.key !== undefined)))
      return odataProblem(c, { type: 'optionWrong', option: '$skiptoken', value: '' })
    if (isOrdered && query.skip > mostSkippedInOrder) return odataProblem(c, { type: 'skipTooLarge' })
    const page = await readPage({
      set,
      query,
      from,
      world: worldOf(c),
      mostRows: Math.min(mostRows, readWishedSize(c.req.header('prefer')) ?? mostRows),
      signal: c.req.raw.signal,
    })
    if (!page) return odataProblem(c, { type: 'pageGone' })
    const chosen = query.select ? `(${query.select.join(',')})` : ''
    const body = {
      '@odata.context': `${base}/$metadata#${set.name}${chosen}`,
      ...(page.count === undefined ? {} : { '@odata.count': page.count }),
      value: page.rows.map(row => writeRow(row, set, query)),
      ...(page.next ? { '@odata.nextLink': linkTo(c, set, page.next) } : {}),
    }
    return answer(c, JSON.stringify(body), 'json')
  }

  const linkTo = (c: Context, set: EntitySet, next: SkipToken): string => {
    const search = new URL(c.req.url).searchParams
    search.set('$skiptoken', writeSkipToken(next))
    return `${base}/${set.name}?${search.toString()}`
  }

  async function answerOne(c: Context<FeedEnvironment>, set: EntitySet, query: Query, id: string) {
    const filter = {
      kind: 'compare',
      type: 'Edm.Boolean',
      by: 'eq',
      left: { kind: 'property', type: 'Edm.String', name: 'id' },
      right: { kind: 'literal', type: 'Edm.String', value: id },
    } as const
    const page = await readPage({
      set,
      query: { ...query, filter, orderBy: [], skip: 0, top: 1, isCounted: false },
      from: undefined,
      world: worldOf(c),
      mostRows,
      signal: c.req.raw.signal,
    })
    const row = page?.rows[0]
    if (!row) return odataProblem(c, { type: 'notFound' })
    const context = `${base}/$metadata#${set.name}/$entity`
    return answer(c, JSON.stringify({ '@odata.context': context, ...writeRow(row, set, query) }), 'json')
  }

  const writeRow = (row: Row, { properties }: EntitySet, { select }: Query) =>
    Object.fromEntries(
      (select ?? Object.keys(properties)).map(name => {
        const value = row[name] ?? null
        return [
          name,
          typeof value === 'number' && properties[name] === 'Edm.DateTimeOffset' ? timeOf(value) : value,
        ]
      }),
    )

  const serviceDocument = JSON.stringify({
    '@odata.context': `${base}/$metadata`,
    value: entitySets.map(({ name }) => ({ name, kind: 'EntitySet', url: name })),
  })

  return new Hono<FeedEnvironment>().get('/*', async c => {
    const path = readResourcePath(new URL(c.req.url).pathname.slice(root.length))
    if (!path) return odataProblem(c, { type: 'notFound' })
    if (path.kind === 'service') return answer(c, serviceDocument, 'json')
    if (path.kind === 'metadata') return answer(c, metadata, 'xml')
    const set = entitySets.find(({ name }) => name === path.set)
    if (!set) return odataProblem(c, { type: 'setUnknown', name: path.set.slice(0, 60) })
    const query = parseQuery(new URL(c.req.url).searchParams, set.properties)
    if (!query.ok) return odataProblem(c, query.error)
    if (path.kind === 'one') return answerOne(c, set, query.value, path.id)
    if (path.kind === 'page') return answerPage(c, set, query.value)
    const wish = { ...query.value, isCounted: true, top: 0, skip: 0, skipToken: undefined }
    const { signal } = c.req.raw
    const page = await readPage({ set, query: wish, from: undefined, world: worldOf(c), mostRows, signal })
    return answer(c, String(page?.count ?? 0), 'text')
  })
}

/** `Prefer: odata.maxpagesize=50` */
function readWishedSize(prefer: string | undefined): number | undefined {
  const size = /(?:^|[;,\s])(?:odata\.)?maxpagesize=(\d{1,6})(?:$|[;,\s])/iu.exec(prefer ?? '')?.[1]
  return size === undefined || Number(size) === 0 ? undefined : Number(size)
}
