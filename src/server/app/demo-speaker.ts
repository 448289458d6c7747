import { directoryTypes, readDirectory } from '../../domain/people/directory.ts'
import { createScope } from '../../domain/people/scope.ts'
import { hlcOfMs } from '../../sync/protocol/hlc.ts'
import { protocolVersion, schemaVersion, type Op } from '../../sync/protocol/op.ts'
import type { OpenedServices } from './open-services.ts'
import { referenceFeed } from './seed-reference.ts'

export type DemoChange = Pick<Op, 'feed' | 'type' | 'thing' | 'field' | 'value'>

/**
 * One person's sync at a moment of the past, through the authority with their own scope; what is not taken is a mistake of
 * the seed, and throws. Resolves to the person's number at their demo tablet.
 */
export type DemoSpeaker = (person: string, at: number, changes: readonly DemoChange[]) => Promise<number>

/** Said again in the same order, its ops are the same ones, which change nothing. */
export async function createDemoSpeaker(
  { services, authorityAt }: OpenedServices,
  { name, firstSeq }: { readonly name: string; readonly firstSeq: number },
): Promise<DemoSpeaker> {
  const { entries, dayOf, devices } = services
  const directory = readDirectory(await entries.readTypes(referenceFeed, directoryTypes))
  let count = 0
  return async (person, at, changes) => {
    const authority = authorityAt(() => at)
    const scope = createScope(directory.assignmentsOf(person), directory.tree, dayOf(at))
    const device = `demo-${person}`
    const ops = changes.map((change): Op => {
      const nth = ++count
      const own = { id: `demo-${name}-${nth}`, device, seq: firstSeq + nth, group: `demo-${name}-${at}` }
      return { ...own, ...change, hlc: hlcOfMs(at) + nth, base: null, schema: schemaVersion }
    })
    const { answers, seat } = await authority.sync(
      { person, scope, directory },
      { protocol: protocolVersion, person, device, cursors: {}, room: 0, ops },
    )
    const refused = answers.findIndex(answer => answer.result === 'held')
    if (refused >= 0)
      throw new Error(`demo ${name}: ${JSON.stringify(answers[refused])} ${JSON.stringify(ops[refused])}`)
    if (seat === undefined) throw new Error(`demo ${name}: ${person} got no number`)
    await devices.recordContact(device, person, at)
    return seat
  }
}
