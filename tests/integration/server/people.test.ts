import { afterEach, beforeEach, expect, test } from 'vitest'
import { directoryTypes, readDirectory } from '../../../src/domain/people/directory.ts'
import { provinceId, referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { aServer, faultOf, unitOf, type Browser, type TestServer } from './a-server.ts'
import { aTablet } from './a-tablet.ts'

let server: TestServer
let duc: Browser
beforeEach(async () => {
  server = await aServer()
  duc = await server.signedIn('duc')
})
afterEach(() => server.close())

const directory = async () =>
  readDirectory(await server.services.entries.readTypes(referenceFeed, directoryTypes))
const role = (from: string, to: string | null = null, unit = unitOf('05998')) => ({
  role: 'communeOfficial',
  unit,
  from,
  to,
})
const put = (person: string, id: string, assignment: object) =>
  duc.post(`/api/people/${person}/assignments/${id}`, { assignment })
const add = async (username: string, assignments: readonly object[] = [role('2026-01-01')]) =>
  duc.post('/api/people', { people: [{ username, name: 'Hoàng Thị Mới', assignments }] })
interface Made {
  readonly made: readonly { readonly person: string; readonly password: string }[]
}

const renew = (browser: Browser, username: string, password: string, newPassword: string) =>
  browser.post('/api/session/password', { username, password, newPassword })

test('an administrator adds a person, who has to choose a password of their own before anything opens', async () => {
  const answer = await add('moi')
  expect(answer.status).toBe(201)
  const [made] = ((await answer.json()) as Made).made
  expect(made?.password).toMatch(/^\w{4}-\w{4}-\w{4}$/u)
  const browser = server.browser()
  const told = made?.password ?? ''
  expect(await faultOf(await browser.signIn('moi', told))).toBe('409 passwordIsOneTime')
  expect(browser.cookie()).toBe('')
  expect((await browser.ask('GET', '/api/session')).status).toBe(401)
  expect(await faultOf(await renew(browser, 'moi', 'wrong', 'của riêng tôi'))).toBe('401 wrongPassword')
  expect(await faultOf(await renew(browser, 'moi', told, 'ngắn'))).toBe('400 passwordTooShort')
  expect(await faultOf(await renew(browser, 'moi', told, told))).toBe('400 badRequest')
  expect(await faultOf(await browser.signIn('moi', told))).toBe('409 passwordIsOneTime')
  expect((await renew(browser, 'moi', told, 'của riêng tôi')).status).toBe(200)
  expect(await faultOf(await server.browser().signIn('moi', told))).toBe('401 wrongPassword')
  expect((await server.browser().signIn('moi', 'của riêng tôi')).status).toBe(200)
  expect(await (await browser.ask('GET', '/api/session')).json()).toMatchObject({
    person: { name: 'Hoàng Thị Mới' },
    assignments: [role('2026-01-01')],
  })
  const listed = await (await duc.ask('GET', '/api/people')).text()
  expect(listed).toContain('"username":"moi"')
  expect(listed).not.toContain(made?.password)
})

test('a password chosen anew ends the sessions elsewhere and the read tokens, and one that was reset has to be chosen anew too', async () => {
  const [lan, elsewhere] = [server.browser(), await server.signedIn('lan')]
  expect((await elsewhere.post('/api/read-tokens', { name: 'Excel' })).status).toBe(201)
  expect(await server.services.readTokens.listOf('lan')).toHaveLength(1)
  expect((await renew(lan, 'lan', 'mật khẩu đúng', 'một cái khác')).status).toBe(200)
  expect((await lan.ask('GET', '/api/session')).status).toBe(200)
  expect((await elsewhere.ask('GET', '/api/session')).status).toBe(401)
  expect(await server.services.readTokens.listOf('lan')).toEqual([])
  const { password } = (await (await duc.post('/api/people/lan/password', {})).json()) as { password: string }
  expect((await lan.ask('GET', '/api/session')).status).toBe(401)
  expect(await faultOf(await lan.signIn('lan', password))).toBe('409 passwordIsOneTime')
  expect((await renew(lan, 'lan', password, 'lại một cái nữa')).status).toBe(200)
})

test('the trail says that a password was replaced, by whom and of which kind, and never what it is', async () => {
  const trail = async () => {
    const answer = await duc.post('/api/trail', { text: 'password' })
    return { text: await answer.clone().text(), ...((await answer.json()) as { lines: readonly object[] }) }
  }
  expect((await renew(server.browser(), 'lan', 'wrong', 'mật khẩu riêng')).status).toBe(401)
  expect((await trail()).lines).toEqual([])
  expect((await renew(server.browser(), 'lan', 'mật khẩu đúng', 'mật khẩu riêng')).status).toBe(200)
  server.clock.advance(60_000)
  const reset = await (await duc.post('/api/people/lan/password', {})).json()
  const { password } = reset as { password: string }
  server.clock.advance(60_000)
  expect((await renew(server.browser(), 'lan', password, 'lại một cái nữa')).status).toBe(200)
  const { lines, text } = await trail()
  expect(lines).toMatchObject([
    { author: 'lan', type: 'person', thing: 'lan', field: 'password', value: { kind: 'own' } },
    { author: 'duc', type: 'person', thing: 'lan', field: 'password', value: { kind: 'oneTime' } },
    { author: 'lan', type: 'person', thing: 'lan', field: 'password', value: { kind: 'own' } },
  ])
  for (const secret of ['mật khẩu riêng', password, 'lại một cái nữa']) expect(text).not.toContain(secret)
  expect((await directory()).people.get('lan')).toEqual({ id: 'lan', name: 'lan' })
})

test('a right password is guessed no faster by choosing a new one than by signing in', async () => {
  const browser = server.browser()
  const answers: string[] = []
  for (let n = 0; n < 7; n++)
    answers.push(await faultOf(await renew(browser, 'lan', `sai ${n}`, 'mật khẩu mới')))
  expect(answers.slice(0, 5)).toEqual(Array(5).fill('401 wrongPassword'))
  expect(answers.slice(5)).toEqual(Array(2).fill('429 tooManyTries'))
})

test('a one-time password that two people try at once is replaced by one of them only', async () => {
  const { made } = (await (await add('moi')).json()) as Made
  const told = made[0]?.password ?? ''
  const answers = await Promise.all(
    ['cái thứ nhất', 'cái thứ hai'].map(own => renew(server.browser(), 'moi', told, own)),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
})

test('people are added all or none: one taken username leaves nothing of the others', async () => {
  const people = ['moi-1', 'LAN', 'moi-2'].map(username => ({ username, name: 'Ai đó', assignments: [] }))
  expect(await faultOf(await duc.post('/api/people', { people }))).toBe('409 usernameTaken')
  expect((await server.services.accounts.list()).map(({ username }) => username)).not.toContain('moi-1')
  expect((await directory()).people.size).toBe(6)
  expect(await faultOf(await add('moi', [role('2026-01-01'), role('2026-05-01')]))).toBe('409 overlaps')
  expect(await faultOf(await add('moi', [role('2026-01-01', null, unitOf('180'))]))).toBe(
    '409 notAnAssignment',
  )
})

test('the same name added from two screens at once is added once', async () => {
  const statuses = await Promise.all([add('moi'), add('moi'), add('moi')])
  expect(statuses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
})

test('an assignment that overlaps another of the same role and unit is refused, one behind it is not', async () => {
  expect(await faultOf(await put('lan', 'b', role('2026-12-01')))).toBe('409 overlaps')
  expect((await put('lan', 'a1', role('2017-10-15', '2026-11-30'))).status).toBe(204)
  expect((await put('lan', 'b', role('2026-12-01'))).status).toBe(204)
  expect(await faultOf(await put('lan', 'b', role('2026-11-30')))).toBe('409 overlaps')
  expect(await faultOf(await put('lan', 'b', role('2026-12-01', '2026-11-30')))).toBe('409 notAnAssignment')
  expect((await directory()).assignmentsOf('lan').map(({ id, from, to }) => [id, from, to])).toEqual([
    ['a1', '2017-10-15', '2026-11-30'],
    ['b', '2026-12-01', null],
  ])
})

test('nobody ends the last administrator, neither at once nor by a last day, not even two at a time', async () => {
  const admin = { role: 'administrator', unit: provinceId, from: '2017-10-15', to: null }
  expect(await faultOf(await duc.post('/api/people/duc/end', {}))).toBe('409 lastAdministrator')
  expect(await faultOf(await put('duc', 'a1', { ...admin, to: '2026-12-31' }))).toBe('409 lastAdministrator')
  expect((await put('hanh', 'admin', admin)).status).toBe(204)
  const hanh = await server.signedIn('hanh')
  const ended = await Promise.all([
    duc.post('/api/people/hanh/end', {}),
    hanh.post('/api/people/duc/end', {}),
  ])
  expect(ended.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409])
})

test('SY10 who is deactivated reads nothing more at once, and their later work is held, not lost', async () => {
  const lan = await server.signedIn('lan')
  const tablet = aTablet(server, lan, 'lan')
  await tablet.start()
  await put('lan', 'later', role('2027-01-01', null, unitOf('06190')))
  expect((await duc.post('/api/people/lan/end', {})).status).toBe(204)
  expect(await faultOf(await lan.ask('GET', '/api/held'))).toBe('401 unauthorized')
  expect((await directory()).assignmentsOf('lan')).toMatchObject([{ id: 'a1', to: '2026-11-22' }])
  const again = await server.signedIn('lan')
  const held = await aTablet(server, again, 'lan').sync([tablet.answer('s0_respondent', 'Lan')])
  expect(JSON.stringify(held)).toContain('outOfScope')
})

test('a new password shuts out the old one and every session, and the person is renamed', async () => {
  const lan = await server.signedIn('lan')
  const answer = await duc.post('/api/people/lan/password', {})
  const { password } = (await answer.json()) as { password: string }
  expect(await faultOf(await lan.ask('GET', '/api/session'))).toBe('401 unauthorized')
  expect((await server.browser().signIn('lan')).status).toBe(401)
  expect(await faultOf(await server.browser().signIn('lan', password))).toBe('409 passwordIsOneTime')
  expect((await duc.post('/api/people/lan/name', { name: '  Triệu Thị Lan ' })).status).toBe(204)
  expect((await directory()).people.get('lan')?.name).toBe('Triệu Thị Lan')
  expect(await faultOf(await duc.post('/api/people/lan/name', { name: ' ' }))).toBe('400 badRequest')
})

test('only administrators manage people and devices', async () => {
  for (const name of ['lan', 'vinh', 'hanh'] as const) {
    const browser = await server.signedIn(name)
    expect(await faultOf(await browser.ask('GET', '/api/people'))).toBe('403 notYourRole')
    expect(await faultOf(await browser.ask('GET', '/api/devices'))).toBe('403 notYourRole')
    expect(await faultOf(await browser.post('/api/people/duc/end', {}))).toBe('403 notYourRole')
  }
})

test('an administrator revokes a tablet and lets it in again, but not the one in hand', async () => {
  const lan = await server.signedIn('lan')
  await aTablet(server, lan, 'lan').sync([], { device: 'lost-tablet' })
  await aTablet(server, duc, 'duc').sync([], { device: 'in-hand' })
  const listed = (await (await duc.ask('GET', '/api/devices')).json()) as { devices: { device: string }[] }
  expect(listed.devices.map(({ device }) => device).sort()).toEqual(['in-hand', 'lost-tablet'])
  expect(await faultOf(await duc.post('/api/devices/in-hand/revoke', {}))).toBe('409 ownDevice')
  expect((await duc.post('/api/devices/lost-tablet/revoke', {})).status).toBe(204)
  expect(await faultOf(await lan.ask('GET', '/api/session'))).toBe('401 deviceRevoked')
  expect((await duc.post('/api/devices/lost-tablet/allow', {})).status).toBe(204)
  expect(await faultOf(await duc.post('/api/devices/lost-tablet/allow', {}))).toBe('404 notFound')
  expect((await server.browser().signIn('lan')).status).toBe(200)
})
