import * as fc from 'fast-check'
import type { FormVersion } from '../../src/domain/forms/form-version.ts'

const languages = ['vi', 'en', 'fr', 'zh-Hant']
const phrase = fc.oneof(
  fc.constantFrom(
    '',
    'Có',
    'Nguyễn “A”',
    ' edge ',
    'two\nlines',
    '[["x"]]',
    '12',
    'TRUE',
    '=1+1',
    '\u00a0',
    'a\r\nb',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map(text => text.replaceAll('${', '$')),
  fc.string({ unit: 'binary', maxLength: 6 }).map(text => text.replaceAll('${', '$')),
)
const words = phrase.filter(text => text !== '')
const local = fc.record({ vi: phrase, en: phrase }).chain(text =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(text as Record<string, string>) },
    fc.dictionary(fc.constantFrom(...languages), phrase, { maxKeys: 2 }).map(more => ({ ...more, ...text })),
  ),
)
const expression = fc.constantFrom(
  '1', 'true()', "'a'", '"b c"', "'12'", '-3.5', '1 + 1', ". != ''", 'today()', ' 2 ', "concat('a', \"'\")", "'x y'",
  "'TRUE'", 'false()',
) // prettier-ignore
/** A relevance or calculation that reads itself goes in circles. */
const free = expression.filter(text => !text.startsWith('.'))
const number = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0.5, 39.99, 1e-7))
const constraint = fc.record({ expr: expression, message: local })
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 4 })
const flagOrExpression = fc.oneof(fc.boolean(), expression)
const parameters = fc.dictionary(
  fc.constantFrom('max-pixels', 'rows', 'start', 'seed', 'x'),
  fc.oneof(fc.constantFrom('1024', 'true', '1 2', 'a=b', '${q}'.slice(0, 0)), phrase),
  { maxKeys: 2 },
)

const imageName = fc.oneof(words, local)

const common = {
  label: local,
  image: maybe(imageName),
  hint: maybe(local),
  required: flagOrExpression,
  requiredMessage: maybe(local),
  relevance: maybe(free),
  constraint: maybe(constraint),
  softConstraint: maybe(constraint),
  default: maybe(expression),
  trigger: maybe(fc.constant([] as string[])),
  readonly: maybe(flagOrExpression),
  appearance: maybe(fc.constantFrom('minimal', 'multiline', 'signature', 'rating', 'w1 multiline', ' w2')),
  parameters: maybe(parameters),
  clause: maybe(fc.array(fc.oneof(fc.constantFrom('4.2.3', '8.2.2'), words), { maxLength: 3 })),
  weight: maybe(number),
  critical: maybe(fc.boolean()),
  gate: maybe(fc.constantFrom('must', 'should')),
  evidence: maybe(
    fc.record({ note: fc.boolean(), photo: fc.constantFrom('optional', 'required') }, { requiredKeys: [] }),
  ),
  evidenceToSee: maybe(local),
  indicator: maybe(words),
}

const option = fc.record(
  {
    value: fc.oneof(fc.constantFrom('yes', 'no', 'other', '1', '01'), words),
    label: local,
    score: fc.constantFrom(0, 0.25, 1),
    exclusive: fc.boolean(),
    image: imageName,
    columns: fc.dictionary(
      fc.oneof(
        fc.constantFrom('region', 'Region', 'label', 'score', 'label::fr', 'bind::x', 'geo:lat'),
        words,
      ),
      phrase,
      { maxKeys: 2 },
    ),
  },
  { requiredKeys: ['value', 'label'] },
)
// One value twice in a list is another matter (`allow_choice_duplicates`).
const options = fc.uniqueArray(
  option.map(one => ({ ...one, value: one.value.replace(/\s/gu, '') || 'x' })),
  { selector: one => one.value, minLength: 1, maxLength: 4 },
)

type Loose = Record<string, unknown>
const typed = (type: string, more: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<Loose> =>
  fc.record({ ...common, type: fc.constant(type), ...more })
const choice = fc.oneof(
  typed('select_one', { options }),
  typed('yes_no_partly', { options }),
  typed('select_multiple', { options: options }),
  typed('rank', { options: options }),
).chain(question =>
  fc.record({
    question: fc.constant(question),
    list: maybe(fc.constantFrom('shared', 'my list', 'none')),
    choiceFilter: maybe(free),
    randomize: maybe(fc.record({ seed: fc.constantFrom('42', '1 + 1') }, { requiredKeys: [] })),
    orOther: maybe(fc.boolean()),
  }).map(({ question, ...more }) => ({ ...question, ...more })),
) // prettier-ignore
const plain = fc.oneof(
  ...[
    'text', 'textarea', 'date', 'time', 'dateTime', 'geopoint', 'photo', 'signature', 'audio', 'file', 'barcode',
    'acknowledge', 'note', 'hidden', 'org_unit',
  ].map(type => typed(type, { calculation: maybe(free) })),
) // prettier-ignore
const question = fc.oneof(
  { weight: 4, arbitrary: plain },
  {
    weight: 1,
    arbitrary: typed('metadata', {
      source: fc.constantFrom(
        'start',
        'end',
        'today',
        'username',
        'deviceid',
        'email',
        'phonenumber',
        'instanceID',
      ),
    }),
  },
  { weight: 1, arbitrary: typed('calculate', { calculation: free, unit: maybe(local) }) },
  {
    weight: 2,
    arbitrary: fc.oneof(
      ...['integer', 'decimal'].map(type =>
        typed(type, {
          unit: maybe(local),
          min: maybe(fc.constantFrom(-1, 0, 0.5)),
          max: maybe(number.map(one => one + 1)),
        }),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      ...['range', 'rating'].map(type =>
        typed(type, {
          unit: maybe(local),
          min: fc.integer({ min: -5, max: 5 }),
          max: fc.constantFrom(6, 10.5),
          step: maybe(fc.constantFrom(1, 0.5)),
        }),
      ),
    ),
  },
  { weight: 3, arbitrary: choice },
)

const { items } = fc.letrec<{ items: Loose[]; item: Loose }>(tie => ({
  items: fc.array(tie('item'), { maxLength: 4 }),
  item: fc.oneof(
    { maxDepth: 2 },
    { weight: 5, arbitrary: question },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom('group', 'repeat'),
        label: maybe(local),
        hint: maybe(local),
        relevance: maybe(free),
        appearance: maybe(words),
        count: maybe(free),
        items: tie('items'),
      }),
    },
  ),
}))

const section = fc.record({
  title: fc.oneof(local, fc.constant({ vi: 'Phiếu', en: 'Form' })),
  hint: maybe(local),
  relevance: maybe(free),
  appearance: maybe(words),
  isLoose: maybe(fc.boolean()),
  items,
})

const form = fc.record({
  schema: fc.constant('form/1'),
  id: fc.constantFrom('f', 'khảo_sát', 'a.b-c'),
  version: words,
  kind: words,
  standard: maybe(words),
  title: fc.oneof(local, fc.constant({ vi: 'Phiếu', en: 'Form' }), fc.constant({ vi: 'A', en: 'A' })),
  description: maybe(local),
  estimatedMinutes: maybe(number),
  respondentRoles: maybe(fc.array(words, { maxLength: 2 })),
  filledByRoles: maybe(fc.array(fc.constantFrom('leader', 'official'), { maxLength: 2 })),
  scoring: maybe(
    fc.record(
      {
        method: fc.constant('weighted_mean'),
        bySection: fc.boolean(),
        perItem: words,
        bandBasis: words,
        bands: fc.array(
          fc.record({ id: words, min: number, label: local }).map(band => ({ ...band, max: band.min + 1 })),
          { maxLength: 1 },
        ),
      },
      { requiredKeys: ['method', 'bands'] },
    ),
  ),
  anonymous: maybe(fc.boolean()),
  defaultLanguage: maybe(fc.constantFrom(...languages)),
  languages: maybe(fc.dictionary(fc.constantFrom('fr', 'zh-Hant'), words)),
  choiceLists: fc.record({ shared: options, 'my list': options, other: options }, { requiredKeys: [] }),
  tables: maybe(
    fc.dictionary(
      words.filter(name => name !== '__proto__'),
      fc.array(fc.array(phrase, { maxLength: 3 }), { maxLength: 3 }),
      { maxKeys: 2 },
    ),
  ),
  media: maybe(
    fc.dictionary(
      words.filter(name => name !== '__proto__'),
      fc.constantFrom('0'.repeat(64), 'ab'.repeat(32)),
      { maxKeys: 2 },
    ),
  ),
  sections: fc.array(section, { maxLength: 4 }),
})

/** Form versions that `parseFormVersion` takes, from plain to odd. */
export const arbitraryForm: fc.Arbitrary<FormVersion> = fc
  .tuple(form, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([drawn, stream]) => finish(drawn as unknown as Loose, () => stream.next().value))

/** Names every part, fills options in from lists, and leaves out what is `undefined`. */
function finish(drawn: Loose, random: () => number): FormVersion {
  let count = 0
  const lists = drawn['choiceLists'] as Record<string, readonly { value: string }[]>
  const named: Record<string, string> = { 0: 'q', 1: 'Hỏi', 2: 'a.b-' }
  const visit = (item: Loose): Loose => {
    const id = `${named[Math.floor(random() * 3)] ?? 'q'}${++count}`
    const { items, list, count: rows, ...rest } = item
    const name = random() < 0.1 ? `n${count}` : undefined
    if (Array.isArray(items))
      return {
        ...rest,
        id,
        name,
        ...(rest['type'] === 'repeat' ? { count: rows } : {}),
        items: items.map(one => visit(one as Loose)),
      }
    const shared = typeof list === 'string' ? lists[list] : undefined
    return shared ? { ...rest, id, name, list, options: shared } : { ...rest, id, name }
  }
  const sections = (drawn['sections'] as Loose[]).map((section, at) => {
    const { items, ...rest } = section
    const isPlain = random() < 0.5
    const id = rest['isLoose'] === true && isPlain ? `_${at + 1}` : `s${at}`
    const isOwn = random() < 0.3 && rest['isLoose'] === true
    return {
      ...(isOwn ? { title: drawn['title'], isLoose: true } : rest),
      id,
      items: (items as Loose[]).map(visit),
    }
  })
  const hasLists = Object.keys(lists).length > 0
  const whole = { ...drawn, choiceLists: hasLists ? lists : undefined, sections }
  return JSON.parse(JSON.stringify(whole)) as FormVersion
}
