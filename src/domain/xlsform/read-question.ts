import type { Question } from '../forms/form-version.ts'
import { defaultToExpression } from './default-value.ts'
import { toDraft, type Draft } from './draft.ts'
import { readExpressionCell, type FoundExpression } from './expression-cell.ts'
import { readImageName } from './image-name.ts'
import { parseParameters } from './parse-parameters.ts'
import { applyPatch } from './patch.ts'
import type { Problems } from './problems.ts'
import { createRowReader, warnOfIdle, type RowReader } from './row-reader.ts'
import type { XlsformRow } from './xlsform-row.ts'
import type { XlsformType } from './xlsform-types.ts'

const empty = { vi: '', en: '' }

/** What is read of the parameters beside those that get keys of their own; the second row is for audits and gates. */
const usedParameters: ReadonlySet<string> = new Set([
  'max-pixels', 'mask', 'value', 'label',
  'aboutExclusion', 'auto', 'direction', 'interviewee', 'proof', 'target',
]) // prettier-ignore

/** Types that may stand in `iso_type`, since XLSForm has none for them or another appearance. */
const ownTypes: readonly Question['type'][] = [
  'text', 'textarea', 'photo', 'signature', 'range', 'rating', 'select_one', 'yes_no_partly', 'org_unit', 'metadata',
] // prettier-ignore

/** Reads a question's row, all but its name, place and options. */
export function readQuestion(
  row: XlsformRow,
  type: XlsformType,
  found: FoundExpression[],
  problems: Problems,
): Draft {
  const reader = createRowReader(row, found, problems)
  const { becomes, appearance } = readAppearance(reader, type)
  warnOfIdle(reader, ['repeat_count', ...(type.takes ? [] : ['choice_filter'])])
  const parameters = readParameters(reader)
  const draft = toDraft({
    type: becomes,
    source: becomes === 'metadata' ? type.source : undefined,
    label: row.local('label') ?? empty,
    hint: row.local('hint'),
    image: readImageName(row),
    required: reader.flagOrExpression('required') ?? false,
    requiredMessage: row.local('required_message'),
    relevance: reader.expression('relevant'),
    constraint:
      readConstraint(reader, 'constraint', 'constraint_message') ??
      (type.constraint === undefined ? undefined : { expr: type.constraint, message: empty }),
    softConstraint: readConstraint(reader, 'soft_constraint', 'soft_constraint_message'),
    calculation: reader.expression('calculation'),
    default: readDefault(reader, becomes, found),
    trigger: readTrigger(reader),
    readonly: reader.flagOrExpression('read_only'),
    appearance,
    clause: reader.words('clause', /,/u),
    weight: reader.number('weight'),
    critical: reader.flag('critical'),
    gate: reader.oneOf('gate', ['must', 'should']),
    evidence: readEvidence(reader),
    evidenceToSee: row.local('evidence_to_see'),
    indicator: reader.text('indicator'),
    ...readOwn(reader, becomes, parameters, found),
  })
  return applyPatch(draft, reader.patch())
}

function readAppearance(
  reader: RowReader,
  type: XlsformType,
): { readonly becomes: Question['type']; readonly appearance: string | undefined } {
  const appearance = reader.text('appearance')
  const named = reader.oneOf('iso_type', ownTypes)
  if (named !== undefined) return { becomes: named, appearance }
  const becomes = type.becomes ?? 'text'
  const { word } = type
  if (!word || appearance?.split(/\s+/u).includes(word.appearance) !== true) return { becomes, appearance }
  return { becomes: word.becomes, appearance: appearance === word.appearance ? undefined : appearance }
}

function readConstraint(reader: RowReader, column: string, messageColumn: string): Draft | undefined {
  const expr = reader.expression(column)
  const message = reader.row.local(messageColumn)
  if (expr !== undefined) return { expr, message: message ?? empty }
  if (message)
    reader.problems.warnings.push({ code: 'messageWithoutConstraint', ...reader.row.place(messageColumn) })
  return undefined
}

function readDefault(reader: RowReader, type: string, found: FoundExpression[]): string | undefined {
  const text = reader.text('default')
  if (text === undefined) return undefined
  const expression = defaultToExpression(text, type)
  return readExpressionCell(expression, reader.row.place('default'), found, reader.problems)
}

function readTrigger(reader: RowReader): readonly string[] | undefined {
  const text = reader.text('trigger')
  if (text === undefined) return undefined
  const names = text.split(',').map(part => /^\s*\$\{\s*([^{}]+?)\s*\}\s*$/u.exec(part)?.[1])
  return names.every(name => name !== undefined) ? names : reader.refuse('trigger', '${name}, ${name}')
}

/** `note`, `photo`, `photo!` (required), parted by spaces or commas. */
function readEvidence(reader: RowReader): Draft | undefined {
  const words = reader.words('evidence', /[\s,]+/u)
  if (!words) return undefined
  if (!words.every(word => /^(?:note|photo!?)$/u.test(word)))
    return reader.refuse('evidence', 'note, photo, photo!')
  const photo = words.includes('photo!') ? 'required' : words.includes('photo') ? 'optional' : undefined
  return toDraft({ note: words.includes('note') ? true : undefined, photo })
}

function readParameters(reader: RowReader): Readonly<Record<string, string>> {
  const text = reader.text('parameters')
  if (text === undefined) return {}
  return parseParameters(text) ?? reader.refuse('parameters', 'name=value') ?? {}
}

const ranges = 'start=0 end=10 step=1'

interface Range {
  readonly min: number
  readonly max: number
  readonly step?: number
}

/** From the lower end up, whichever comes first in the cell: the values are the same. As in pyxform 1 to 10 unless said. */
function readRange([start = '1', end = '10', step]: readonly (string | undefined)[]): Range | undefined {
  const [from, to, by] = [start, end, step ?? '1'].map(text => (text === '' ? NaN : Number(text)))
  if (from === undefined || to === undefined || by === undefined) return undefined
  if (![from, to, by].every(Number.isFinite) || from === to || by === 0) return undefined
  const [width, stride] = [Math.abs(to - from), Math.abs(by)]
  const size = step === undefined ? {} : { step: stride }
  if (from < to) return { min: from, max: to, ...size }
  // What no step from the start comes to is no value.
  const min = from - Math.floor(width / stride + 1e-9) * stride
  return { min: Number(min.toFixed(9)) + 0, max: from, ...size }
}

/** What only some types have. */
function readOwn(
  reader: RowReader,
  type: Question['type'],
  parameters: Readonly<Record<string, string>>,
  found: FoundExpression[],
): Draft {
  const { row } = reader
  const rest = new Map(Object.entries(parameters))
  const warnOf = (parameter: string): void => {
    reader.problems.warnings.push({ code: 'parameterNotUsed', ...row.place('parameters'), parameter })
  }
  const take = (name: string): string | undefined => {
    const key = [...rest.keys()].find(one => one.toLowerCase() === name)
    const value = key === undefined ? undefined : rest.get(key)
    if (key !== undefined) rest.delete(key)
    return value
  }
  const others = () => {
    for (const name of rest.keys()) if (!usedParameters.has(name)) warnOf(name)
    return rest.size > 0 ? Object.fromEntries(rest) : undefined
  }

  switch (type) {
    case 'calculate':
      return { unit: row.local('unit'), parameters: others() }
    case 'integer':
    case 'decimal':
      return {
        unit: row.local('unit'),
        min: reader.number('min'),
        max: reader.number('max'),
        parameters: others(),
      }
    case 'range':
    case 'rating': {
      const range = readRange(['start', 'end', 'step'].map(take))
      if (!range) reader.refuse('parameters', ranges)
      else if (range.step !== undefined && range.step > range.max - range.min)
        reader.doubt('parameters', ranges)
      return { unit: row.local('unit'), ...range, parameters: others() }
    }
    case 'select_one':
    case 'select_multiple':
    case 'yes_no_partly':
    case 'rank': {
      const randomize = take('randomize')?.toLowerCase()
      if (randomize !== undefined && !/^(?:true|yes|false|no)(?:\(\))?$/u.test(randomize))
        reader.refuse('parameters', 'randomize=true')
      const isRandom = /^(?:true|yes)/u.test(randomize ?? '')
      const seed = take('seed')
      if (seed !== undefined && !isRandom) warnOf('seed')
      if (seed !== undefined) readExpressionCell(seed, row.place('parameters'), found, reader.problems)
      return {
        choiceFilter: reader.expression('choice_filter'),
        randomize: isRandom ? toDraft({ seed }) : undefined,
        parameters: others(),
      }
    }
    case 'text':
    case 'textarea':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'geopoint':
    case 'photo':
    case 'signature': {
      const pixels = parameters['max-pixels']
      if (pixels !== undefined && !/^[1-9]\d*$/u.test(pixels)) reader.doubt('parameters', 'max-pixels=1024')
      return { parameters: others() }
    }
    case 'audio':
    case 'file':
    case 'barcode':
    case 'acknowledge':
    case 'note':
    case 'hidden':
    case 'org_unit':
    case 'metadata':
      return { parameters: others() }
  }
}
