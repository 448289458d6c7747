import type { Services } from '../http/environment.ts'
import { referenceFeed } from './seed-reference.ts'

/** What the data themselves say of being demo data. */
export interface DemoMark {
  /** When seeding began, milliseconds since 1970: seeding that was cut goes on from the same moment. */
  readonly startedAt: number
  readonly isComplete: boolean
}

const type = 'setting'
const thing = 'demo'

export async function readDemoMark({ entries }: Pick<Services, 'entries'>): Promise<DemoMark | undefined> {
  const fields = await entries.readTypes(referenceFeed, [type])
  const valueOf = (name: string) => fields.find(entry => entry.thing === thing && entry.field === name)?.value
  const startedAt = valueOf('startedAt')
  if (typeof startedAt !== 'number') return undefined
  return { startedAt, isComplete: valueOf('isComplete') === true }
}

export async function writeDemoMark(
  { authority }: Pick<Services, 'authority'>,
  { startedAt, isComplete }: DemoMark,
): Promise<void> {
  await authority.write(referenceFeed, [
    { type, thing, field: 'startedAt', value: startedAt },
    { type, thing, field: 'isComplete', value: isComplete },
  ])
}

/**
 * The last link of an audit's feed that its lead auditor's tablet had when it was signed (SY15); noted at the first time
 * of asking, so that seeding that was cut signs the same content again.
 */
export async function readDemoChain(
  { entries, authority }: Pick<Services, 'entries' | 'authority'>,
  audit: string,
  feed: string,
): Promise<string> {
  const field = `chain/${audit}`
  const settings = await entries.readTypes(referenceFeed, [type])
  const noted = settings.find(entry => entry.thing === thing && entry.field === field)?.value
  if (typeof noted === 'string') return noted
  const chain = (await entries.heads([feed])).get(feed)?.chain ?? ''
  await authority.write(referenceFeed, [{ type, thing, field, value: chain }])
  return chain
}
