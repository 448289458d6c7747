import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { askFeed, findingOf, followFeed, makeToken, plantWork, readFeed, root } from './a-feed.ts'
import { aServer, unitOf, type Name, type TestServer } from './a-server.ts'

const everySet = [
  'Units',
  'Programmes',
  'Communes',
  'Responses',
  'Answers',
  'Audits',
  'Findings',
  'Moves',
  'Steps',
  'Trainings',
  'Attendances',
  'Documents',
  'Decisions',
  'Declarations',
  'Gates',
] as const

describe.each(['sqlite', 'postgres'] as const)('the OData feed on %s', engine => {
  let server: TestServer
  const tokens = new Map<Name, string>()
  beforeAll(async () => {
    server = await aServer({ engine })
    await plantWork(server)
    for (const name of ['lan', 'minh', 'vinh', 'bich', 'hanh', 'duc'] as const)
      tokens.set(name, await makeToken(await server.signedIn(name)))
  })
  afterAll(() => server.close())

  const read = (name: Name, path: string) => readFeed(server, tokens.get(name) ?? '', path)
  const ask = (name: Name, path: string, headers?: Record<string, string>) =>
    askFeed(server, tokens.get(name) ?? '', path, headers)
  const idsOf = async (name: Name, path: string) => (await read(name, path)).value.map(({ id }) => id)
  const codeOf = async (name: Name, path: string) => {
    const answer = await ask(name, path)
    const { error } = (await answer.json()) as { error: { code: string } }
    return `${answer.status} ${error.code}`
  }

  test('says what it has: a service document, and metadata that names each property', async () => {
    const document = (await (await ask('lan', '/')).json()) as { value: { name: string }[] }
    expect(document.value.map(({ name }) => name)).toEqual(everySet)
    const answer = await ask('lan', '/$metadata')
    expect(answer.headers.get('content-type')).toBe('application/xml;charset=utf-8')
    expect(answer.headers.get('odata-version')).toBe('4.0')
    const xml = await answer.text()
    for (const name of everySet) {
      expect(xml).toContain(`<EntitySet Name="${name}" `)
      for (const property of Object.keys((await read('hanh', `/${name}?$top=1`)).value[0] ?? {}))
        expect(xml).toMatch(new RegExp(`<Property Name="${property}" `, 'u'))
    }
  })

  test('SY9 each reads the own scope: commune, district, province', async () => {
    const codes = async (name: Name, set: string) => [
      ...new Set((await read(name, `/${set}?$select=unitCode`)).value.map(({ unitCode }) => unitCode)),
    ]
    for (const set of ['Responses', 'Answers', 'Findings', 'Moves']) {
      const isWithMoves = set === 'Moves' ? [] : ['06190']
      expect([set, await codes('lan', set)]).toEqual([set, ['05998']])
      expect([set, await codes('minh', set)]).toEqual([set, isWithMoves])
      expect([set, await codes('vinh', set)]).toEqual([set, ['05998']])
      expect([set, await codes('bich', set)]).toEqual([set, isWithMoves])
      expect([set, await codes('hanh', set)]).toEqual([set, ['05998', ...isWithMoves]])
      expect([set, await codes('duc', set)]).toEqual([set, []])
    }
    expect(await idsOf('lan', '/Units?$select=id')).toEqual([unitOf('05998'), unitOf('180'), unitOf('20')])
  })

  test('SY9 working papers of auditors are not for the audited commune', async () => {
    expect(await idsOf('lan', '/Audits')).toEqual([])
    expect(await read('vinh', '/Audits')).toMatchObject({
      value: [{ number: '05998/2026/4-1', state: 'planned', startsOn: '2026-11-02', endsOn: '2026-11-03' }],
    })
    const kinds = async (name: Name) =>
      (await read(name, '/Moves?$orderby=kind')).value.map(row => row['kind'])
    expect(await kinds('lan')).toEqual(['finding', 'response'])
    expect(await kinds('vinh')).toEqual(['audit', 'finding', 'response'])
  })

  test('an auditor has findings, but carries no answers away', async () => {
    const value = { role: 'internalAuditor', unit: unitOf('180'), from: '2017-10-15', to: null }
    const set = (given: typeof value | null) =>
      server.services.authority.write(referenceFeed, [
        { type: 'person', thing: 'duc', field: 'assignments/a2', value: given },
      ])
    await set(value)
    expect(await idsOf('duc', '/Findings')).toHaveLength(3)
    expect([await idsOf('duc', '/Responses'), await idsOf('duc', '/Answers')]).toEqual([[], []])
    // A role that ends, ends at once.
    await set(null)
    expect(await idsOf('duc', '/Findings')).toEqual([])
  })

  test('a response says how far it is, with the score that the server computed when it was sent', async () => {
    const [row] = (await read('lan', '/Responses')).value
    expect(row).toMatchObject({
      unitName: 'Xã Khánh Long',
      district: 'Huyện Tràng Định',
      state: 'sent',
      sendings: 1,
    })
    expect(row?.['sentAt']).toBe('2026-11-23T08:00:00+07:00')
    expect(typeof row?.['score']).toBe('number')
    const [commune] = (await read('lan', "/Communes?$filter=state eq 'sent'")).value
    expect(commune).toMatchObject({ unitCode: '05998', score: row?.['score'], band: row?.['band'] })
  })

  test('answers come with their question in words', async () => {
    const asked = "/Answers?$filter=question eq 's0_respondent'&$select=label,value,valueLabel,number"
    const page = await read('lan', asked)
    expect(page.value).toEqual([
      {
        label: expect.stringMatching(/\S/u),
        value: 'Người của 05998, “o’Neil”',
        valueLabel: 'Người của 05998, “o’Neil”',
        number: null,
      },
    ])
    expect(page['@odata.context']).toMatch(/#Answers\(label,value,valueLabel,number\)$/u)
  })

  test('findings know whether they are overdue and repeated', async () => {
    const facts = '$select=number,grade,state,isOverdue,isRepeat,dueOn,movedAt'
    expect((await read('lan', `/Findings?${facts}`)).value).toEqual([
      {
        number: '05998/2026/4-1/7-1',
        grade: 'minor',
        state: 'raised',
        isOverdue: true,
        isRepeat: false,
        dueOn: '2026-11-20',
        movedAt: null,
      },
      {
        number: '05998/2026/4-1/7-2',
        grade: 'major',
        state: 'accepted',
        isOverdue: false,
        isRepeat: true,
        dueOn: '2026-12-02',
        movedAt: '2026-11-23T08:00:00+07:00',
      },
      {
        number: '05998/2026/4-1/7-3',
        grade: 'ofi',
        state: 'noted',
        isOverdue: false,
        isRepeat: false,
        dueOn: null,
        movedAt: null,
      },
    ])
  })

  test('$filter on dates, units and words finds those and no others', async () => {
    const [a, b, c] = ['7-1', '7-2', '7-3'].map(number => findingOf('05998', number))
    const other = findingOf('06190', '7-1')
    const table: Readonly<Record<string, readonly (string | undefined)[]>> = {
      'raisedOn ge 2026-11-01': [a, b, c],
      'raisedOn lt 2026-11-01': [other],
      'dueOn eq null': [c],
      'dueOn ne null and not (dueOn gt 2026-11-30)': [a],
      // Null is not later than anything (OData 4.0 part 2, 5.1.1.1.3), so “not later” holds of it.
      'not (dueOn gt 2026-11-30)': [a, c],
      "unitCode eq '06190'": [other],
      [`unit eq '${unitOf('05998')}' and grade in ('major','ofi')`]: [b, c],
      "contains(unitName,'Khánh') and (isOverdue or isRepeat)": [a, b],
      "startswith(number,'06190/')": [other],
      'movedAt ge 2026-11-23T01:00:00Z': [b],
      'movedAt gt 2026-11-23T01:00:00Z': [],
      'date(movedAt) eq 2026-11-23': [b],
      "tolower(grade) eq 'major' or repeats gt 0": [b],
      "unitName eq 'Xa\u0303 Kha\u0301nh Long' and grade ne 'minor'": [b, c],
    }
    for (const [filter, ids] of Object.entries(table))
      expect([filter, await idsOf('hanh', `/Findings?$filter=${encodeURIComponent(filter)}`)]).toEqual([
        filter,
        ids,
      ])
  })

  test.each(['', '&$orderby=value desc,question', '&$filter=number gt 0', "&$filter=unitCode eq '06190'"])(
    'pages add up to the whole, each row once, in its order: %s',
    async options => {
      const path = `/Answers?$count=true${options}`
      const whole = await read('hanh', path)
      expect(whole['@odata.nextLink']).toBeUndefined()
      expect(whole.value.length).toBeGreaterThan(10)
      for (const size of [1, 7, whole.value.length]) {
        const pages = await followFeed(server, tokens.get('hanh') ?? '', path, size)
        expect(pages.flatMap(page => page.value)).toEqual(whole.value)
        expect(pages.map(page => page['@odata.count'])).toEqual(pages.map(() => whole.value.length))
      }
    },
  )

  test('$top and $skip cut the same window, over pages too', async () => {
    for (const order of ['', '&$orderby=value']) {
      const whole = await idsOf('hanh', `/Answers?$top=1000${order}`)
      const cut = `/Answers?$skip=3&$top=10&$count=true${order}`
      expect(await idsOf('hanh', cut)).toEqual(whole.slice(3, 13))
      const pages = await followFeed(server, tokens.get('hanh') ?? '', cut, 4)
      expect(pages.map(page => page.value.length)).toEqual([4, 4, 2])
      expect(pages.flatMap(page => page.value.map(({ id }) => id))).toEqual(whole.slice(3, 13))
      // The count does not care for $top and $skip.
      expect(pages.map(page => page['@odata.count'])).toEqual([whole.length, whole.length, whole.length])
    }
  })

  test('counts by address, and finds one entity by its key', async () => {
    const count = await ask('hanh', "/Findings/$count?$filter=grade eq 'minor'")
    expect([count.headers.get('content-type'), await count.text()]).toEqual(['text/plain;charset=utf-8', '2'])
    const one = await ask('hanh', `/Findings('${encodeURIComponent(findingOf('05998', '7-2'))}')`)
    expect(await one.json()).toMatchObject({ id: findingOf('05998', '7-2'), grade: 'major' })
    expect(await codeOf('bich', `/Findings('${findingOf('05998', '7-2')}')`)).toBe('404 notFound')
  })

  test('what it does not have or understand, it says in an OData error, in Vietnamese or English', async () => {
    const table = {
      '/Nothing': '404 setUnknown',
      '/Findings/value/more': '404 notFound',
      '/Findings?$expand=x': '501 optionNotSupported',
      '/Findings?$foo=x': '400 optionUnknown',
      '/Findings?$top=1&$top=2': '400 optionTwice',
      '/Findings?$top=-1': '400 optionWrong',
      '/Findings?$skiptoken=abc': '400 optionWrong',
      '/Findings?$format=xml': '400 optionWrong',
      '/Findings?$select=nothing': '400 propertyUnknown',
      '/Findings?$orderby=nothing': '400 propertyUnknown',
      '/Findings?$orderby=grade&$skip=900000': '400 skipTooLarge',
      '/Findings?$filter=nothing eq 1': '400 propertyUnknown',
      '/Findings?$filter=grade eq 1': '400 typesDiffer',
      '/Findings?$filter=geo.distance(grade) eq 1': '501 functionUnknown',
      '/Findings?$filter=grade eq': '400 filterNotUnderstood',
      '/Findings?$filter=dueOn gt 2026-02-31': '400 filterNotUnderstood',
    }
    for (const [path, code] of Object.entries(table))
      expect([path, await codeOf('vinh', path)]).toEqual([path, code])
    const messageIn = async (language: string) =>
      (
        (await (await ask('vinh', '/Nothing', { 'accept-language': language })).json()) as {
          error: { message: string }
        }
      ).error.message
    expect(await messageIn('vi')).toContain('Không có bảng dữ liệu “Nothing”')
    expect(await messageIn('en-US,en')).toContain('There is no entity set “Nothing”')
    const post = await server.browser().ask('POST', `${root}/Findings`, {
      headers: { authorization: `Bearer ${tokens.get('vinh')}` },
    })
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})
