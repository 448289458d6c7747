import units from '../../../src/content/units/langson-2017.json' with { type: 'json' }
import type { Question } from '../../../src/domain/forms/form-version.ts'
import { feedId } from '../../../src/domain/people/feed.ts'
import { responseFields, responseId, responseType } from '../../../src/domain/responses/response-fields.ts'
import type { JsonValue } from '../../../src/lib/json-value.ts'
import { demoAnswers } from '../../../src/server/app/demo-answers.ts'
import { baselineSurvey, createBuiltInForms } from '../../../src/server/app/forms.ts'
import { seededRandom, type SeededRandom } from '../../support/seeded-random.ts'
import type { TimedChange } from '../page/bulk-page.ts'

const communes = units.filter(unit => unit.kind === 'commune')
const form = createBuiltInForms().find(baselineSurvey)

/**
 * So many fields of the baseline survey, spread evenly over the responses of all 226 communes: of each the form's
 * name and about 43 answers, one every ten to forty seconds. Texts differ from each other as typed ones do.
 * @param programme a new one gives new responses
 */
export function makeChanges(count: number, programme: string, seed: number): readonly TimedChange[] {
  if (!form) throw new Error('the baseline survey is missing')
  const random = seededRandom(seed)
  const texts = new Set([...form.questions.values()].filter(isText).map(({ question }) => question.id))
  const wanted = communes.flatMap(({ id: unit }, at) => {
    const share =
      Math.floor(((at + 1) * count) / communes.length) - Math.floor((at * count) / communes.length)
    const level = 0.3 + random.next() * 0.6
    const answers = demoAnswers(form, { today: '2017-11-01', unit, level, share: 1, seed: seed * 1000 + at })
    const fields: [string, JsonValue][] = [
      ['form', { ...baselineSurvey }],
      ...Object.entries(answers).map(([id, value]): [string, JsonValue] => [
        responseFields.answer(id),
        texts.has(id) ? typeWords(random) : value,
      ]),
    ]
    if (fields.length < share) throw new Error(`only ${fields.length} answers for a commune`)
    const thing = {
      feed: feedId(unit, 'unit'),
      type: responseType,
      thing: responseId(programme, baselineSurvey.id, unit),
    }
    return fields.slice(0, share).map(([field, value]) => ({ ...thing, field, value }))
  })
  let at = Date.now() - count * 40_000
  return wanted.map(change => {
    at += 10_000 + random.below(30_000)
    return { at, change }
  })
}

const isText = ({ question }: { readonly question: Question }): boolean =>
  question.type === 'text' || question.type === 'textarea'

const words = communes.flatMap(unit => unit.fullName.split(' '))

const typeWords = (random: SeededRandom): string =>
  Array.from({ length: 2 + random.below(8) }, () => random.pick(words)).join(' ')
