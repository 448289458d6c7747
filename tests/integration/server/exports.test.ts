import { readdirSync, readlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { responseFields } from '../../../src/domain/responses/response-fields.ts'
import { baselineSurvey } from '../../../src/server/app/forms.ts'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { completeAnswers, theSurvey } from '../../support/a-survey.ts'
import { waitUntil } from '../../support/wait-until.ts'
import { aPicture, photoValue, upload } from './a-picture.ts'
import { aServer, faultOf, feedOf, unitOf, type Browser, type Name, type TestServer } from './a-server.ts'
import { aTablet } from './a-tablet.ts'
import { bytesOf, householdForm, readSheets, unzip } from './an-export.ts'

const path = `/api/exports/${baselineSurvey.id}`
const day = '2026-11-23'
const formula = '=cmd|"/c calc"!A1'
const isOurFolder = (name: string): boolean => name.startsWith('isoxa-export-')

/** Files without a name that this process holds open. */
const openSpools = (): number =>
  readdirSync('/proc/self/fd').filter(fd => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).includes('isoxa-export-')
    } catch {
      return false
    }
  }).length

async function saveSurvey(
  server: TestServer,
  name: Name,
  code: string,
  respondent: string,
): Promise<Browser> {
  const browser = await server.signedIn(name)
  const tablet = aTablet(server, browser, name, code)
  await tablet.start()
  const answers = completeAnswers(day, { s0_respondent: respondent })
  await tablet.sync(Object.entries(answers).map(([id, value]) => tablet.answer(id, value)))
  return browser
}

describe.each(['sqlite', 'postgres'] as const)('exports on %s', engine => {
  const picture = aPicture('ảnh thật', 5000)
  const unsent = aPicture('chưa gửi lên')
  let server: TestServer
  beforeAll(async () => {
    server = await aServer({ engine })
    const lan = await saveSurvey(server, 'lan', '05998', formula)
    await saveSurvey(server, 'minh', '06190', 'Người của Bảo Lâm')
    await upload(lan, picture)
    const tablet = aTablet(server, lan, 'lan-2')
    await tablet.send(
      tablet.request(
        [
          tablet.op(responseFields.evidence('s1_assign', picture.sha256), photoValue(picture)),
          tablet.op(responseFields.evidence('s1_assign', unsent.sha256), photoValue(unsent)),
          tablet.op(responseFields.note('s1_assign'), '+84 205'),
        ],
        { person: 'lan' },
      ),
    )
  })
  afterAll(() => server.close())

  const get = async (name: Name, search: string): Promise<Response> =>
    (await server.signedIn(name)).ask('GET', `${path}?${search}`)
  const sheetOf = async (name: Name, search = 'format=xlsx') => {
    const answer = await get(name, search)
    expect(answer.status).toBe(200)
    return readSheets(await bytesOf(answer))[baselineSurvey.id] ?? []
  }

  test('the workbook says what was answered, a text that looks like a formula as a text', async () => {
    const [row, ...others] = await sheetOf('vinh')
    expect(others).toEqual([])
    expect(row).toMatchObject({
      _unit_code: '05998',
      _unit_name: 'Xã Khánh Long',
      _district: 'Huyện Tràng Định',
      _form: baselineSurvey.id,
      _version: baselineSurvey.version,
      _state: 'draft',
      _started_at: '2026-11-23T08:00:00+07:00',
      _sent_at: null,
      's0/s0_respondent': formula,
      's1/s1_assign/_note': '+84 205',
      's3/s3_fields/cert': 1,
    })
    for (const [id, value] of Object.entries(completeAnswers(day, { s0_respondent: formula }))) {
      const section = theSurvey.questions.get(id)?.sectionId
      expect([id, row?.[`${section}/${id}`]]).toEqual([
        id,
        typeof value === 'object' ? value.join(' ') : value,
      ])
    }
    expect(typeof row?.['_score']).toBe('number')
  })

  test('SY9 each reads the own scope: commune, district, province', async () => {
    const units = async (name: Name) => (await sheetOf(name)).map(row => row['_unit_code'])
    expect(await units('lan')).toEqual(['05998'])
    expect(await units('minh')).toEqual(['06190'])
    expect(await units('vinh')).toEqual(['05998'])
    expect(await units('bich')).toEqual(['06190'])
    expect(await units('hanh')).toEqual(['05998', '06190'])
  })

  test('SY9 who may not export gets what there is not, and nobody by naming a unit', async () => {
    expect(await faultOf(await get('duc', 'format=xlsx'))).toBe('404 notFound')
    expect(await faultOf(await get('bich', `format=xlsx&unit=${unitOf('05998')}`))).toBe('404 notFound')
    expect(await faultOf(await get('bich', 'format=xlsx&unit=nowhere'))).toBe('404 notFound')
    expect(await faultOf(await server.browser().ask('GET', `${path}?format=xlsx`))).toBe('401 unauthorized')
    // An auditor reads, but does not carry away.
    const value = { role: 'internalAuditor', unit: unitOf('180'), from: '2017-10-15', to: null }
    await server.services.authority.write(referenceFeed, [
      { type: 'person', thing: 'duc', field: 'assignments/a2', value },
    ])
    expect(await faultOf(await get('duc', 'format=xlsx'))).toBe('404 notFound')
  })

  test('a part of the scope, and some states, can be asked for', async () => {
    const found = await sheetOf('hanh', `format=xlsx&unit=${unitOf('183')}`)
    expect(found.map(row => row['_unit_code'])).toEqual(['06190'])
    expect(await sheetOf('hanh', 'format=xlsx&state=sent,approved')).toEqual([])
    expect((await sheetOf('hanh', 'format=xlsx&state=draft,sent')).length).toBe(2)
  })

  test('what is no form and what is no way to export are told apart', async () => {
    const hanh = await server.signedIn('hanh')
    expect(await faultOf(await hanh.ask('GET', '/api/exports/nosuch?format=xlsx'))).toBe('404 notFound')
    for (const search of [
      '',
      'format=ods',
      'format=xlsx&language=fr',
      'format=xlsx&state=lost',
      'format=xlsx&x=1',
    ])
      expect([search, await faultOf(await hanh.ask('GET', `${path}?${search}`))]).toEqual([
        search,
        '400 badRequest',
      ])
  })

  test('a CSV begins with its mark, keeps a formula from running, and travels packed', async () => {
    const answer = await get('vinh', 'format=csv&groupNames=false')
    const bytes = await bytesOf(answer)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = Buffer.from(bytes).toString('utf8')
    expect(text).toContain(`"'=cmd|""/c calc""!A1"`)
    expect(text).toContain(`,'+84 205,`)
    expect(text.split('\r\n').length).toBe(3)
    const vinh = await server.signedIn('vinh')
    const packed = await vinh.ask('GET', `${path}?format=csv&groupNames=false`, {
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await bytesOf(packed)).toString('utf8')).toBe(text)
  })

  test('headers name the file twice, count the responses and keep all of it out of caches', async () => {
    const vinh = await server.signedIn('vinh')
    const answer = await vinh.ask('HEAD', `${path}?format=zip&language=vi`)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/zip',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-total': '1',
    })
    const [ascii, named] = /filename="([^"]*)"; filename\*=UTF-8''(.*)$/u
      .exec(answer.headers.get('content-disposition') ?? '')
      ?.slice(1) ?? ['', '']
    expect(ascii).toBe('survey_baseline-2026-11-23.zip')
    expect(decodeURIComponent(named ?? '')).toBe(`${theSurvey.form.title['vi']} 2026-11-23.zip`)
  })

  test('the zip holds the workbook, the photos byte for byte, and a list of those that are not here yet', async () => {
    const files = unzip(await bytesOf(await get('vinh', 'format=zip&language=vi')))
    const photo = `05998 Xã Khánh Long/s1_assign/${picture.sha256.slice(0, 16)}.png`
    const absent = `05998 Xã Khánh Long/s1_assign/${unsent.sha256.slice(0, 16)}.png`
    expect([...files.keys()]).toEqual(['survey_baseline-2026-11-23.xlsx', photo, 'missing-files.csv'])
    expect(files.get(photo)?.equals(picture.bytes)).toBe(true)
    expect(files.get('missing-files.csv')?.toString('utf8')).toBe(
      `\ufefffile,reason\r\n${absent},notOnServer\r\n`,
    )
    const [rows = []] = Object.values(readSheets(files.get('survey_baseline-2026-11-23.xlsx')!))
    const question = theSurvey.questions.get('s1_assign')!
    const section = theSurvey.form.sections.find(({ id }) => id === question.sectionId)!
    const cell = rows[0]?.[`${section.title['vi']}/${question.question.label['vi']}/ảnh`]
    expect(String(cell).split('\n').sort()).toEqual([absent, photo].sort())
  })

  test('SY9 naming another’s photo brings it into no zip', async () => {
    const minh = await server.signedIn('minh')
    const tablet = aTablet(server, minh, 'minh-2', '06190')
    await tablet.send(
      tablet.request([tablet.op(responseFields.evidence('s1_assign', picture.sha256), photoValue(picture))], {
        person: 'minh',
      }),
    )
    const files = unzip(await bytesOf(await get('bich', 'format=zip')))
    expect([...files.keys()].filter(name => name.endsWith('.png'))).toEqual([])
    expect(files.get('missing-files.csv')?.toString('utf8')).toContain(picture.sha256.slice(0, 16))
  })

  test('the log says that somebody exported, nothing of what', async () => {
    const before = server.log.length
    await bytesOf(await get('vinh', 'format=xlsx&language=vi'))
    const lines = server.log.slice(before).filter(line => String(line['route']).includes('exports'))
    expect(lines).toEqual([{ method: 'GET', route: '/api/exports/:form', status: 200, ms: 0 }])
  })
})

describe('exports of a form with a repeat', () => {
  let server: TestServer | undefined
  afterEach(() => server?.close())

  async function withHouseholds(count: number, children = 2): Promise<Browser> {
    const { id, version } = householdForm.form
    server = await aServer({
      change: services => ({
        ...services,
        formVersions: async form => (form === id ? [householdForm] : services.formVersions(form)),
      }),
    })
    const things = Array.from({ length: count }, (_, at) => `p${at}.${id}.${unitOf('05998')}`)
    await server.services.authority.write(
      feedOf('05998'),
      things.flatMap(thing => [
        { type: 'response', thing, field: 'form', value: { id, version } },
        { type: 'response', thing, field: 'answers/village', value: `Bản ${thing}` },
        { type: 'response', thing, field: 'rows/child/child.1', value: null },
        ...Array.from({ length: children }, (_, at) => [
          { type: 'response', thing, field: `rows/child/c${at}`, value: { parent: null, order: at } },
          { type: 'response', thing, field: `answers/age@c${at}`, value: at },
        ]).flat(),
      ]),
    )
    return server.signedIn('vinh')
  }

  test('the repeat’s sheet follows, its rows tied to theirs', async () => {
    const vinh = await withHouseholds(25)
    const answer = await vinh.ask('GET', '/api/exports/households?format=xlsx')
    const { households = [], child = [] } = readSheets(await bytesOf(answer))
    expect([households.length, child.length, answer.headers.get('x-total')]).toEqual([25, 50, '25'])
    for (const row of child) {
      const parent = households.find(one => one['_index'] === row['_parent_index'])
      expect([row['_submission__id'], row['_parent_table_name']]).toEqual([parent?.['_id'], 'households'])
    }
    expect(child.map(row => row['_index'])).toEqual(child.map((_, at) => at + 1))
  })

  test('CSV files come in a zip, one a sheet', async () => {
    const vinh = await withHouseholds(3)
    const answer = await vinh.ask('GET', '/api/exports/households?format=csv&language=vi')
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const files = unzip(await bytesOf(answer))
    expect([...files.keys()]).toEqual(['Hộ dân_ điều tra.csv', 'Nhãn.csv'])
    for (const [name, bytes] of files) {
      const text = bytes.toString('utf8')
      expect([name, text.startsWith('\ufeff'), text.trim().split('\r\n').length]).toEqual([
        name,
        true,
        name === 'Nhãn.csv' ? 7 : 4,
      ])
    }
  })

  test('who goes away in the middle leaves nothing on the disk', async () => {
    const before = readdirSync(tmpdir()).filter(isOurFolder)
    const vinh = await withHouseholds(400, 10)
    const answer = await vinh.ask('GET', '/api/exports/households?format=csv')
    const reader = answer.body!.getReader()
    await reader.read()
    expect(openSpools()).toBeGreaterThan(0)
    await reader.cancel()
    await waitUntil('the files to be closed', () => openSpools() === 0, { timeoutMs: 1_000 })
    expect(readdirSync(tmpdir()).filter(isOurFolder)).toEqual(before)
  })

  test('an export that breaks off is cut, so that nobody takes a half for the whole', async () => {
    const vinh = await withHouseholds(30)
    const { entries } = server!.services
    const readThings = entries.readThings
    let calls = 0
    Object.assign(entries, {
      readThings: (...given: Parameters<typeof readThings>) => {
        calls++
        if (calls > 2) throw new RangeError('the disk is on fire, said Bà Lan')
        return readThings(...given)
      },
    })
    const answer = await vinh.ask('GET', '/api/exports/households?format=xlsx')
    await expect(bytesOf(answer)).rejects.toThrow('on fire')
    const told = JSON.stringify(server!.log)
    expect(told).toContain('RangeError')
    expect(told).not.toContain('Bà Lan')
  })
})
