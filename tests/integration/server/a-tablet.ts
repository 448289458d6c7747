import { gzipSync } from 'node:zlib'
import type { JsonValue } from '../../../src/lib/json-value.ts'
import { baselineSurvey } from '../../../src/server/app/forms.ts'
import { programmeId } from '../../../src/server/app/seed-reference.ts'
import { responseFields, responseId } from '../../../src/domain/responses/response-fields.ts'
import { hlcOfMs } from '../../../src/sync/protocol/hlc.ts'
import type { Op } from '../../../src/sync/protocol/op.ts'
import type { SyncRequest, SyncResponse } from '../../../src/sync/protocol/wire.ts'
import { feedOf, textOf, unitOf, type Browser, type TestServer } from './a-server.ts'

/** One person's tablet: makes ops and speaks the protocol as it is on the wire. */
export function aTablet(
  server: { readonly clock: Pick<TestServer['clock'], 'now'> },
  browser: Browser,
  person: string,
  commune = '05998',
  device = `tablet-${person}`,
) {
  let seq = 0
  const thing = responseId(programmeId, baselineSurvey.id, unitOf(commune))

  function op(field: string, value: JsonValue, given: Partial<Op> = {}): Op {
    seq += 1
    return {
      id: `${device}-${seq}`,
      device,
      seq,
      group: 'g',
      feed: feedOf(commune),
      type: 'response',
      thing,
      field,
      value,
      hlc: hlcOfMs(server.clock.now()) + seq,
      base: null,
      schema: 1,
      ...given,
    }
  }
  const request = (ops: readonly Op[] = [], given: Partial<SyncRequest> = {}): SyncRequest => ({
    protocol: 1,
    person,
    device,
    ops,
    cursors: {},
    room: 1_000_000,
    ...given,
  })
  const send = (body: unknown): Promise<Response> =>
    browser.ask('POST', '/api/sync', {
      body: gzipSync(JSON.stringify(body)),
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', 'accept-encoding': 'gzip' },
    })

  async function sync(ops: readonly Op[] = [], given: Partial<SyncRequest> = {}): Promise<SyncResponse> {
    const answer = await send(request(ops, given))
    if (answer.status !== 200) throw new Error(`sync: ${answer.status} ${await textOf(answer)}`)
    return JSON.parse(await textOf(answer)) as SyncResponse
  }
  return {
    op,
    request,
    send,
    sync,
    start: () => sync([op('form', { ...baselineSurvey })]),
    answer: (question: string, value: JsonValue, given?: Partial<Op>) =>
      op(responseFields.answer(question), value, given),
  }
}

export const results = ({ answers }: SyncResponse): readonly string[] =>
  answers.map(answer => (answer.result === 'held' ? `held: ${answer.reason}` : answer.result))

/** Values of a feed as a pull from zero brings them, by field. */
export const fieldsOf = ({ pages }: SyncResponse, feed: string): Readonly<Record<string, JsonValue>> =>
  Object.fromEntries(
    pages.filter(page => page.feed === feed).flatMap(page => page.entries.map(entry => [entry[3], entry[4]])),
  )
