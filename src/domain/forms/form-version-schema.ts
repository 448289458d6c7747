import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1), z.maxLength(5_000))
const expression = z.string().check(z.minLength(1), z.maxLength(20_000))
const maybe = z.exactOptional
/** Travels in field names (`answers/<id>`) and in expressions (`${id}`). */
const id = z.string().check(z.maxLength(100), z.regex(/^(?!__proto__$)[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u))
/** A text may be empty: XLSForm knows questions without a label. */
const words = z.string().check(z.maxLength(20_000))
const localText = z.intersection(z.looseObject({ vi: words, en: words }), z.record(z.string(), words))
const count = z.number().check(z.nonnegative())
/** A file name, not a way: it is looked up by itself only. */
const fileName = z.string().check(z.minLength(1), z.maxLength(200))
const imageName = z.union([fileName, localText])
const constraint = z.strictObject({ expr: expression, message: localText })

const common = {
  id,
  name: maybe(id),
  label: localText,
  hint: maybe(localText),
  image: maybe(imageName),
  required: z.union([z.boolean(), expression]),
  requiredMessage: maybe(localText),
  relevance: maybe(expression),
  constraint: maybe(constraint),
  softConstraint: maybe(constraint),
  calculation: maybe(expression),
  default: maybe(expression),
  trigger: maybe(z.array(id)),
  readonly: maybe(z.union([z.boolean(), expression])),
  appearance: maybe(text),
  parameters: maybe(z.record(z.string(), z.string())),
  clause: maybe(z.array(text)),
  weight: maybe(count),
  critical: maybe(z.boolean()),
  gate: maybe(z.enum(['must', 'should'])),
  evidence: maybe(
    z.strictObject({ note: maybe(z.boolean()), photo: maybe(z.enum(['optional', 'required'])) }),
  ),
  evidenceToSee: maybe(localText),
  indicator: maybe(text),
}

const option = z.strictObject({
  value: z.string().check(z.minLength(1), z.maxLength(200)),
  label: localText,
  score: maybe(z.number().check(z.nonnegative(), z.lte(1))),
  exclusive: maybe(z.boolean()),
  image: maybe(imageName),
  columns: maybe(z.record(z.string(), z.string())),
})
const options = z.array(option).check(z.maxLength(20_000))

const question = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.enum([
      'text',
      'textarea',
      'date',
      'time',
      'dateTime',
      'geopoint',
      'photo',
      'signature',
      'audio',
      'file',
      'barcode',
      'acknowledge',
      'note',
      'hidden',
      'org_unit',
    ]),
  }),
  z.strictObject({
    ...common,
    type: z.literal('metadata'),
    source: z.enum(['start', 'end', 'today', 'username', 'deviceid', 'email', 'phonenumber', 'instanceID']),
  }),
  z.strictObject({
    ...common,
    type: z.literal('calculate'),
    calculation: expression,
    unit: maybe(localText),
  }),
  z.strictObject({
    ...common,
    type: z.enum(['integer', 'decimal']),
    unit: maybe(localText),
    min: maybe(z.number()),
    max: maybe(z.number()),
  }),
  z.strictObject({
    ...common,
    type: z.enum(['rating', 'range']),
    unit: maybe(localText),
    min: z.number(),
    max: z.number(),
    step: maybe(z.number().check(z.positive())),
  }),
  z.strictObject({
    ...common,
    type: z.enum(['select_one', 'select_multiple', 'yes_no_partly', 'rank']),
    options: maybe(options),
    list: maybe(text),
    optionsFrom: maybe(id),
    choiceFilter: maybe(expression),
    randomize: maybe(z.strictObject({ seed: maybe(expression) })),
    orOther: maybe(z.boolean()),
  }),
])

const group = {
  id,
  name: maybe(id),
  label: maybe(localText),
  hint: maybe(localText),
  relevance: maybe(expression),
  appearance: maybe(text),
  items: z.array(z.lazy((): z.ZodMiniType => item)),
}
const item = z.discriminatedUnion('type', [
  question,
  z.strictObject({ ...group, type: z.literal('group') }),
  z.strictObject({ ...group, type: z.literal('repeat'), count: maybe(expression) }),
])

const band = z.strictObject({ id: text, min: z.number(), max: z.number(), label: localText })

/** The shape of a form version; what crosses parts of it is in `check-form-version.ts`. Unknown keys are refused. */
export const formVersionSchema = z.strictObject({
  schema: z.literal('form/1'),
  id,
  version: text,
  kind: text,
  standard: maybe(text),
  title: localText,
  description: maybe(localText),
  estimatedMinutes: maybe(count),
  respondentRoles: maybe(z.array(text)),
  filledByRoles: maybe(z.array(text)),
  scoring: maybe(
    z.strictObject({
      method: z.literal('weighted_mean'),
      bySection: maybe(z.boolean()),
      bands: z.array(band),
      perItem: maybe(text),
      bandBasis: maybe(text),
    }),
  ),
  repeatable: maybe(z.boolean()),
  anonymous: maybe(z.boolean()),
  defaultLanguage: maybe(text),
  languages: maybe(z.record(z.string(), text)),
  choiceLists: maybe(z.record(z.string(), options)),
  media: maybe(z.record(fileName, z.string().check(z.regex(/^[0-9a-f]{64}$/u)))),
  tables: maybe(z.record(z.string(), z.array(z.array(z.string())))),
  sections: z.array(
    z.strictObject({
      id,
      title: localText,
      hint: maybe(localText),
      relevance: maybe(expression),
      appearance: maybe(text),
      isLoose: maybe(z.boolean()),
      items: z.array(item),
    }),
  ),
})
