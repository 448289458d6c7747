import { bugs } from './bugs/bugs.ts'
import { readFlags } from './read-flags.ts'
import { runHistories } from './run-histories.ts'

const flags = readFlags(process.argv.slice(2))
if (!flags.ok) {
  console.error(flags.error)
  process.exit(2)
}
if (flags.value.isListing) {
  for (const [name, { tells }] of Object.entries(bugs)) console.log(`${name.padEnd(28)} ${tells}`)
  process.exit(0)
}
const count = await runHistories(flags.value, line => console.log(line))
console.log(JSON.stringify(count))
process.exit(count.lost + count.duplicated + count.leaked + count.diverged > 0 ? 1 : 0)
