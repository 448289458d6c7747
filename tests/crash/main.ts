import { loadavg } from 'node:os'
import { crashBrowser } from './browser-target.ts'
import { findPowerProblem } from './power-disk.ts'
import { readCrashArguments } from './read-arguments.ts'
import { crashServer } from './server-target.ts'
import { boundOf, type CrashGiven, type Tally } from './tally.ts'

// `npm run crash -- --target server|browser --kills N [--power] [--seed S]`
const selfCheckKills = 6
const asked = readCrashArguments(process.argv.slice(2))
if (!asked.ok) {
  console.error(asked.error)
  process.exit(2)
}
const { target, kills, power, seed } = asked.value
const crash = target === 'server' ? crashServer : crashBrowser

function tell(tally: Tally | undefined, more: Readonly<Record<string, unknown>> = {}): void {
  const counted = tally && {
    kills: tally.kills,
    acknowledged: tally.acknowledged,
    photos: tally.photos,
    lost: tally.lost.length,
    // Of losing something at one kill, and of losing one acknowledged thing, at 95 %.
    boundPerKill: boundOf(tally.kills),
    boundPerThing: boundOf(tally.acknowledged + tally.photos),
  }
  const load = loadavg()[0]?.toFixed(1)
  console.log(JSON.stringify({ target, power, ran: tally !== undefined, ...counted, ...more, seed, load }))
}

async function run(given: Pick<CrashGiven, 'kills' | 'isDurable'>): Promise<Tally> {
  const onKill = (done: number): void =>
    void (done % 10 === 0 && console.log(`${done} of ${given.kills} kills`))
  return crash({ ...given, seed, power, onKill })
}

const problem = power ? await findPowerProblem() : undefined
if (problem !== undefined) {
  console.error(`NOT RUN: the power cannot be cut here: ${problem}. Nothing was tried, nothing is proved.`)
  tell(undefined, { why: problem })
  process.exit(1)
}
let selfCheck: number | undefined
if (power) {
  // With durability turned off the same rig must see loss, or it could not see any.
  console.log('the rig itself first: durability off, loss must be seen')
  selfCheck = (await run({ kills: Math.min(kills, selfCheckKills), isDurable: false })).lost.length
  console.log(`durability off: ${selfCheck} lost`)
}
const tally = await run({ kills, isDurable: true })
for (const words of tally.lost.slice(0, 20)) console.error(`lost: ${words}`)
tell(tally, power ? { lostWithoutDurability: selfCheck } : {})
if (selfCheck === 0) console.error('The rig saw no loss with durability off: it proves nothing here.')
process.exit(tally.lost.length > 0 || selfCheck === 0 ? 1 : 0)
