import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '../../../src/server/app/admin/commands.ts'
import { err } from '../../../src/lib/result.ts'
import { aServer, faultOf, feedOf, type TestServer } from './a-server.ts'
import { aTablet, fieldsOf, results } from './a-tablet.ts'

describe.each(['sqlite', 'postgres'] as const)('a device that an administrator revokes, on %s', engine => {
  let server: TestServer
  beforeEach(async () => {
    server = await aServer({ engine })
  })
  afterEach(() => server.close())

  /** The lines that `npm run admin -- NAME` prints. */
  async function admin(name: string, options: Readonly<Record<string, string>> = {}): Promise<string> {
    const input = { options, file: undefined, today: '2026-11-23' }
    const unused = async () => err('not asked for')
    const command = commands[name]!
    if (!('run' in command)) throw new Error(`${name} runs beside a server`)
    const outcome = await command.run(server.services, {
      ...input,
      askPassword: unused,
      readFile: unused,
      askWords: unused,
    })
    return outcome.ok ? outcome.value.join('\n') : `error: ${outcome.error}`
  }

  test('SY10 is refused in our words with all it asks; its unsent work enters later, once', async () => {
    const lan = await server.signedIn('lan')
    const tablet = aTablet(server, lan, 'lan')
    await tablet.start()
    const unsent = [tablet.answer('s0_respondent', 'chưa gửi'), tablet.answer('s1_villages', 9)]
    expect(await admin('revoke-device', { device: 'tablet-lan' })).toContain('signed out')
    expect(await faultOf(await tablet.send(tablet.request(unsent)))).toBe('401 deviceRevoked')
    expect(await faultOf(await lan.ask('GET', '/api/held'))).toBe('401 deviceRevoked')

    // The password alone does not let the tablet in again, nor does what it could then ask for.
    expect((await lan.signIn('lan')).status).toBe(200)
    expect(await faultOf(await tablet.send(tablet.request(unsent)))).toBe('401 deviceRevoked')
    expect(await faultOf(await lan.ask('GET', '/api/contacts'))).toBe('401 deviceRevoked')

    // What waits can go by another device: ids make it the same work.
    const elsewhere = aTablet(server, await server.signedIn('lan'), 'lan')
    const other = { device: 'new-tablet' }
    expect(results(await elsewhere.sync(unsent.slice(0, 1), other))).toEqual(['ok'])

    expect(await admin('allow-device', { device: 'tablet-lan' })).toContain('after its person has signed in')
    expect(await faultOf(await tablet.send(tablet.request(unsent)))).toBe('401 unauthorized')
    await lan.signIn('lan')
    expect(results(await tablet.sync(unsent))).toEqual(['duplicate', 'ok'])
    const seen = await aTablet(server, await server.signedIn('vinh'), 'vinh').sync()
    expect(fieldsOf(seen, feedOf('05998'))).toMatchObject({
      'answers/s0_respondent': 'chưa gửi',
      'answers/s1_villages': 9,
    })
  })

  test('cannot slip out of it by another name: the session knows what it has spoken for', async () => {
    const thief = await server.signedIn('lan')
    const tablet = aTablet(server, thief, 'lan')
    await tablet.sync()
    await tablet.sync([], { device: 'made-up' })
    await admin('revoke-device', { device: 'tablet-lan' })
    expect(await faultOf(await tablet.send(tablet.request([], { device: 'made-up' })))).toBe(
      '401 deviceRevoked',
    )
  })

  test('leaves the person’s other devices and other people alone', async () => {
    const [lan, again, minh] = [
      await server.signedIn('lan'),
      await server.signedIn('lan'),
      await server.signedIn('minh'),
    ]
    await aTablet(server, lan, 'lan').sync()
    await aTablet(server, again, 'lan').sync([], { device: 'second' })
    await aTablet(server, minh, 'minh', '06190').sync()
    await admin('revoke-device', { device: 'tablet-lan' })
    const statuses = [lan, again, minh].map(async who => (await who.ask('GET', '/api/session')).status)
    expect(await Promise.all(statuses)).toEqual([401, 200, 200])
  })

  test('is listed with its person and when it last spoke, and since when it is revoked', async () => {
    await aTablet(server, await server.signedIn('lan'), 'lan').sync()
    server.clock.advance(3_600_000)
    await aTablet(server, await server.signedIn('minh'), 'minh', '06190').sync()
    await admin('revoke-device', { device: 'tablet-lan' })
    expect((await admin('list-devices')).split('\n')).toEqual([
      'tablet-minh\tminh\tminh\tlast contact 2026-11-23T09:00:00+07:00',
      'tablet-lan\tlan\tlan\tlast contact 2026-11-23T08:00:00+07:00\trevoked 2026-11-23T09:00:00+07:00',
      '2 devices',
    ])
    expect(await admin('list-devices', { search: 'MINH' })).toContain('1 devices')
    expect(await admin('revoke-device', { device: 'nosuch' })).toMatch(/^error: No device "nosuch"/u)
    expect(await admin('allow-device', { device: 'tablet-minh' })).toMatch(/^error: .* is not revoked/u)
  })
})
