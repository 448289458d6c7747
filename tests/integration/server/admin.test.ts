import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { err, ok } from '../../../src/lib/result.ts'
import { readArguments } from '../../../src/server/app/admin/read-arguments.ts'
import { programmeId, referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { askFeed, makeToken } from './a-feed.ts'
import { aServer, textOf, unitOf, type TestServer } from './a-server.ts'

const today = '2026-11-23'
let server: TestServer
beforeEach(async () => {
  server = await aServer()
})
afterEach(() => server.close())

/** A command line as it is typed; the lines it prints, or `error: …`. */
async function admin(line: readonly string[], password = 'mật khẩu mới'): Promise<string> {
  const request = readArguments(line)
  if (!request.ok) return `error: ${request.error}`
  if (request.value.type === 'help') return request.value.text
  const { command, options, file } = request.value
  if (!('run' in command)) throw new Error('a command that needs no server')
  const outcome = await command.run(server.services, {
    options,
    file,
    today,
    askPassword: async () => ok(password),
    askWords: async () => err('no file is taken in here'),
    readFile: path => readFile(path, 'utf8').then(ok, () => err('cannot be read')),
  })
  return outcome.ok ? outcome.value.join('\n') : `error: ${outcome.error}`
}

const assignmentsOf = async (username: string, password: string) => {
  const answer = await server.browser().signIn(username, password)
  if (answer.status !== 200) return answer.status
  const { assignments } = JSON.parse(await textOf(answer)) as { assignments: Record<string, unknown>[] }
  return assignments.map(({ role, unit, from, to }) => ({ role, unit, from, to }))
}

describe('people', () => {
  test('the first administrator, over the whole province, from today', async () => {
    await admin(['create-admin', '--username', 'quản.trị', '--name', 'Phạm Đức'])
    expect(await assignmentsOf('Quản.Trị', 'mật khẩu mới')).toEqual([
      { role: 'administrator', unit: unitOf('20'), from: today, to: null },
    ])
  })

  test('a person with a role between two days, written the Vietnamese way', async () => {
    const typed = [
      '--role',
      'communeOfficial',
      '--unit',
      '06010',
      '--from',
      '01/10/2026',
      '--to',
      '31/12/2026',
    ]
    await admin(['add-person', '--username', 'luc', '--name', 'Đàm Văn Lực', ...typed])
    expect(await assignmentsOf('luc', 'mật khẩu mới')).toEqual([
      { role: 'communeOfficial', unit: unitOf('06010'), from: '2026-10-01', to: '2026-12-31' },
    ])
  })

  test('a username is taken once, in any case; nothing of the first person changes', async () => {
    expect(await admin(['add-person', '--username', 'LAN', '--name', 'Kẻ khác'])).toContain('taken')
    expect((await server.browser().signIn('lan')).status).toBe(200)
  })

  test('a person whose making was cut is finished by the same command', async () => {
    await server.services.accounts.create({ person: 'p-cut', username: 'cut', passwordHash: 'x' })
    expect(await admin(['add-person', '--username', 'cut', '--name', 'Cụt'])).toContain('can sign in')
    expect((await server.browser().signIn('cut', 'mật khẩu mới')).status).toBe(200)
  })

  test('a role is given and ended, and both count at once', async () => {
    const role = ['--username', 'bich', '--role', 'districtOfficer', '--unit', '180']
    await admin(['assign', ...role])
    const of180 = { role: 'districtOfficer', unit: unitOf('180'), from: today }
    const of183 = { role: 'districtOfficer', unit: unitOf('183'), from: '2017-10-15', to: null }
    expect(await assignmentsOf('bich', 'mật khẩu đúng')).toEqual([of183, { ...of180, to: null }])
    expect(await admin(['end-assignment', ...role])).toContain('last day 2026-11-22')
    expect(await assignmentsOf('bich', 'mật khẩu đúng')).toEqual([of183, { ...of180, to: '2026-11-22' }])
    expect(await admin(['end-assignment', ...role])).toContain('error: bich has no role')
  })

  test('a new password ends every session and read token and lifts a wait', async () => {
    const lan = await server.signedIn('lan')
    const token = await makeToken(lan)
    for (let at = 0; at < 5; at++) await server.browser().signIn('lan', 'sai')
    await admin(['reset-password', '--username', 'lan'])
    expect((await lan.ask('GET', '/api/session')).status).toBe(401)
    expect(await server.services.accounts.findByPerson('lan')).toMatchObject({ lockedUntil: 0, failures: 0 })
    expect((await askFeed(server, token, '/')).status).toBe(401)
    // Who was locked out by wrong passwords does not wait for the new one.
    expect((await server.browser().signIn('lan', 'mật khẩu mới')).status).toBe(200)
    expect((await server.browser().signIn('lan')).status).toBe(401)
  })

  test('people and units are found without diacritics', async () => {
    expect(await admin(['list-units', '--search', 'khanh long'])).toBe(
      `05998\tXã Khánh Long, Huyện Tràng Định, Tỉnh Lạng Sơn\t${unitOf('05998')}\n1 units`,
    )
    expect((await admin(['list-units', '--search', 'chi lang'])).split('\n').length).toBeGreaterThan(4)
    expect(await admin(['list-people', '--search', 'khanh long'])).toBe(
      'lan\tlan\tcommuneOfficial Xã Khánh Long (2017-10-15 – …)\n1 people',
    )
  })

  test.each([
    [['assign', '--username', 'lan', '--role', 'king', '--unit', '180'], 'There is no role "king"'],
    [['assign', '--username', 'lan', '--role', 'communeOfficial', '--unit', '180'], 'is a district'],
    [['assign', '--username', 'lan', '--role', 'administrator', '--unit', '05998'], 'is a commune'],
    [['assign', '--username', 'lan', '--role', 'communeOfficial', '--unit', '99999'], 'no unit "99999"'],
    [['assign', '--username', 'nobody', '--role', 'communeOfficial', '--unit', '05998'], 'Nobody has'],
    [
      ['assign', '--username', 'lan', '--role', 'communeOfficial', '--unit', '05998', '--from', '31/02/2026'],
      'is no day',
    ],
    [
      ['assign', '--username', 'lan', '--role', 'communeOfficial', '--unit', '05998', '--to', '2020-01-01'],
      'lies before',
    ],
    [['add-person', '--username', 'a b', '--name', 'A'], 'no username'],
    [
      ['add-person', '--username', 'ab', '--name', 'A', '--role', 'communeOfficial'],
      'both --role and --unit',
    ],
    [['add-person', '--username', 'ab'], 'Missing: --name'],
    [['assign', '--nosuch', 'x'], "Unknown option '--nosuch'"],
    [['nosuch'], 'no command "nosuch"'],
    [['import-people'], 'Give one file'],
  ])('%j is refused in words, and changes nothing', async (line, words) => {
    const before = await server.services.entries.heads([referenceFeed])
    const said = await admin(line)
    expect(said).toContain('error: ')
    expect(said).toContain(words)
    expect(await server.services.entries.heads([referenceFeed])).toEqual(before)
  })

  test('a short password is refused', async () => {
    expect(await admin(['reset-password', '--username', 'lan'], 'ngắn')).toContain('at least 8')
    expect((await server.browser().signIn('lan')).status).toBe(200)
  })
})

describe('people from a CSV file', () => {
  const importFile = (text: string) => {
    const file = join(makeTempFolder('csv'), 'people.csv')
    writeFileSync(file, text)
    return admin(['import-people', file])
  }

  test('as Excel in Vietnamese writes it: semicolons, a mark at the start, quotes', async () => {
    const said = await importFile(
      '\uFEFFusername;name;role;unit;from;to;password\r\n' +
        'sơn;"Bế ""Sơn""; Văn";communeOfficial;06022;;;mật khẩu 1\r\n' +
        'sơn;Bế Sơn;internalAuditor;06010;01/11/2026;;\r\n' +
        '\r\n' +
        'thu;Lý Thị Thu;communeLeader;06037;;;\r\n',
    )
    expect(said).toContain('2 people added, 3 assignments in place.')
    expect(await assignmentsOf('sơn', 'mật khẩu 1')).toEqual([
      { role: 'communeOfficial', unit: unitOf('06022'), from: today, to: null },
      { role: 'internalAuditor', unit: unitOf('06010'), from: '2026-11-01', to: null },
    ])
    const [, made = ''] = /^thu\t(\S{12})$/mu.exec(said) ?? []
    expect(await assignmentsOf('thu', made)).toMatchObject([{ role: 'communeLeader' }])
  })

  test('the same file again changes nothing', async () => {
    const text = 'username,name,role,unit\nthu,Lý Thị Thu,communeLeader,06037\n'
    await importFile(text)
    const before = await server.services.entries.heads([referenceFeed])
    expect(await importFile(text)).toBe('0 people added, 1 assignments in place.')
    expect(await server.services.entries.heads([referenceFeed])).toEqual(before)
  })

  test('a file with faults: each is told with its line, and nobody is added', async () => {
    const said = await importFile(
      'username,name,role,unit\nok1,A,communeLeader,06037\nok2,,communeLeader,06037\nok3,C,communeLeader,183\n',
    )
    expect(said.split('\n')).toEqual([
      'error: Nothing was imported.',
      'Line 3: The name is empty.',
      expect.stringContaining('Line 4: Huyện Cao Lộc is a district'),
    ])
    expect(await server.services.accounts.findByUsername('ok1')).toBeUndefined()
  })

  test.each([
    ['', 'empty'],
    ['username,name\n"a,b', 'not closed'],
    ['name\nA', 'no username'],
  ])('%j is no such file', async (text, words) => {
    expect(await importFile(text)).toContain(words)
  })
})

describe('the programme', () => {
  const fieldsOfProgramme = async () => {
    const entries = await server.services.entries.readTypes(referenceFeed, ['programme'])
    return Object.fromEntries(entries.map(({ thing, field, value }) => [`${thing} ${field}`, value]))
  }

  test('stands from the first start, with its survey and without communes', async () => {
    expect(await fieldsOfProgramme()).toEqual({
      [`${programmeId} name`]: { vi: 'Kế hoạch 174/KH-UBND', en: 'Plan 174/KH-UBND' },
      [`${programmeId} surveyForm`]: { id: 'survey_baseline', version: expect.any(String) as string },
    })
  })

  test('communes take part and leave, and the survey has a last day', async () => {
    await admin(['programme', '--add', '05998, 06010', '--due', '15/12/2026'])
    expect(await admin(['programme', '--remove', '06010'])).toBe(
      `Kế hoạch 174/KH-UBND: 1 communes, due 2026-12-15\n  ${unitOf('05998')}\tXã Khánh Long`,
    )
    await server.services.authority.write(referenceFeed, [
      { type: 'programme', thing: 'second', field: 'name', value: { vi: 'Đợt 2' } },
      { type: 'programme', thing: 'second', field: `communes/${unitOf('06010')}`, value: true },
    ])
    await admin(['programme', '--add', '06010'])
    expect(await fieldsOfProgramme()).toMatchObject({
      [`second communes/${unitOf('06010')}`]: null,
      [`${programmeId} communes/${unitOf('06010')}`]: true,
    })
    expect(await admin(['programme', '--add', '05998,180'])).toContain(
      'error: Huyện Tràng Định is no commune',
    )
  })
})

describe('a reform of units', () => {
  test('says of a file that cannot be read why, and of an undo that there is nothing to undo', async () => {
    const file = (name: string, content: string): string => {
      const path = join(makeTempFolder('units'), name)
      writeFileSync(path, content)
      return path
    }
    const said = (...line: readonly string[]) => admin(['units-change', ...line])
    expect(await said('--file', file('a.xlsx', 'mã cũ,mã mới'))).toContain('this is no Excel workbook')
    expect(await said('--file', file('a.json', '{"on": 2025}'))).toContain('is no change of units')
    expect(await said('--file', '/nowhere/a.xlsx')).toMatch(/^error: \/nowhere\/a\.xlsx: /u)
    expect(await said('--undo')).toBe('error: There is no change of units to take back.')
    expect(await said('--undo', '--apply')).toBe('error: Give one of --preview, --apply and --undo.')
    expect(await said()).toContain('its successor is not known; --choose')
  })
})
