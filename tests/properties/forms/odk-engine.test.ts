import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { anyForm } from '../../support/odk/any-form.ts'
import { chanceOf } from '../../support/odk/chance.ts'
import { describeForm, fillBoth } from '../../support/odk/fill-both.ts'
import { loadOdkEngine } from '../../support/odk/load-odk-engine.ts'

/** Each is opened and changed twenty times; about 400 questions are compared on the way. */
const forms = 60

beforeAll(() => loadOdkEngine())

const number = (max: number) => fc.noBias(fc.nat({ max }))

test(
  "any form, filled in any order, stands in our engine as it stands in ODK's own",
  { timeout: 60_000 },
  async () => {
    let compared = 0
    const property = fc.asyncProperty(fc.gen(), async generate => {
      const chance = chanceOf(below => generate(number, below - 1))
      const filled = await fillBoth(anyForm(chance), chance)
      compared += filled.compared
      if (!filled.parting) return
      const { differences, done, form } = filled.parting
      throw new Error([...differences, '', ...done, '', describeForm(form)].join('\n'))
    })
    // Replays with the seed and path that it prints.
    await fc.assert(property, {
      numRuns: forms,
      // On a machine that is busy fewer forms have to do, as long as enough is compared.
      interruptAfterTimeLimit: 45_000,
    })
    expect(compared).toBeGreaterThanOrEqual(10_000)
    console.log(`${compared} questions compared in ${forms} forms`)
  },
)
