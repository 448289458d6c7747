import type {
  FormItem,
  FormVersion,
  Group,
  Option,
  Question,
  Repeat,
} from '../../../src/domain/forms/form-version.ts'
import { anyExpression, type AnyExpression, type Readable } from './any-expression.ts'
import type { Chance } from './chance.ts'

const label = { vi: 'Câu hỏi', en: 'Question' }
const options: readonly Option[] = ['a', 'b', 'c'].map((value, at) => ({
  value,
  label,
  // The last one does not count.
  ...(at < 2 ? { score: [0.3, 1][at] ?? 0 } : {}),
  columns: { kind: at === 0 ? 'x' : 'y', level: String(at) },
}))

interface Around {
  readonly repeats: readonly string[]
  readonly isInRow: boolean
  readonly isAlwaysShown: boolean
  readonly depth: number
}

/**
 * A form of 10–25 questions in groups and repeats, each reading questions before it. A wild one also has what ODK's
 * engine and ours are known to see differently.
 */
export function anyForm(chance: Chance, isWild = false): FormVersion {
  const { below, pick, once } = chance
  const readable: Readable[] = []
  let left = 10 + below(16)
  const isLeft = (): boolean => left > 0
  let next = 0
  let repeatsLeft = 1 + below(2)

  const write = (around: Around): AnyExpression => anyExpression({ chance, readable, isWild, ...around })
  const relevance = (around: Around): { relevance?: string } =>
    once(3) ? { relevance: write(around).bool(2) } : {}

  function question(around: Around): Question {
    const id = `q${next++}`
    left--
    const { bool, number } = write(around)
    const shown = relevance(around)
    const kind = pick(['number', 'number', 'text', 'date', 'one', 'many', 'calculated'] as const)
    const asked = once(3) ? true : once(5) ? bool(1) : false
    const limit = `(${write(around).number(1)})`
    const own = {
      number: `. ${pick(['<', '<=', '>', '!='])} ${limit}`,
      text: pick([`string-length(.) < 4`, `. != 'an'`, `regex(., '^[a-z]+$')`]),
      date: `. ${pick(['<', '>='])} date('2017-10-16')`,
      one: `. != 'b'`,
      many: pick([`count-selected(.) < 2`, `not(selected(., 'a') and selected(., 'b'))`]),
      calculated: '',
    }[kind]
    const constraint = once(3)
      ? { constraint: { expr: once(2) ? `${own} or ${bool(1)}` : own, message: label } }
      : {}
    const { bool: anyBool, number: anyNumber, text: anyText } = write(around)
    const filter = once(3)
      ? {
          choiceFilter: pick([
            `kind = ${anyText(1)}`,
            `level < ${anyNumber(1)}`,
            `kind = 'x' or ${anyBool(1)}`,
            `name != ${anyText(1)}`,
            `position() <= position(..) + ${anyNumber(1)}`,
          ]),
        }
      : {}
    const common = { id, label, required: asked, ...shown }
    const calculated = kind === 'calculated' ? calculation(around) : ''
    readable.push({
      id,
      kind,
      repeats: around.repeats,
      isAlwaysShown: around.isAlwaysShown && !shown.relevance,
    })
    switch (kind) {
      case 'number': {
        const type = once(3) ? 'decimal' : 'integer'
        const isShown = around.isAlwaysShown && !shown.relevance
        return { ...common, ...constraint, ...defaultOf(type, isShown, number), type }
      }
      case 'text':
      case 'date':
        return { ...common, ...constraint, type: kind }
      case 'one':
      case 'many': {
        const type = kind === 'one' ? 'select_one' : 'select_multiple'
        const answers = once(3) ? answersOfRows(around, kind) : undefined
        if (answers) return { ...common, ...answers, type, options: [] }
        return { ...common, ...constraint, ...filter, type, options, weight: below(3) }
      }
      case 'calculated':
        return { ...common, required: false, type: 'calculate', calculation: calculated }
    }
  }

  /** Choices that are the answers given in the rows of a repeat around which the question does not stand. */
  function answersOfRows(
    around: Around,
    kind: 'one' | 'many',
  ): { optionsFrom: string; choiceFilter?: string } | undefined {
    const isNamed = (one: Readable) => one.kind === 'number' || (one.kind === 'text' && kind === 'one')
    const inRows = readable.filter(
      one => isNamed(one) && one.repeats.length > 0 && !around.repeats.includes(one.repeats[0] ?? ''),
    )
    if (inRows.length === 0) return undefined
    const { id, repeats } = pick(inRows)
    const beside = readable.filter(one => one.kind === 'number' && one.repeats.at(-1) === repeats.at(-1))
    if (beside.length === 0 || once(2)) return { optionsFrom: id }
    return { optionsFrom: id, choiceFilter: `\${${pick(beside).id}} ${pick(['>', '<='])} ${below(9)}` }
  }

  function defaultOf(
    type: 'integer' | 'decimal',
    isShown: boolean,
    number: AnyExpression['number'],
  ): { default?: string } {
    if (type === 'decimal' || !once(5)) return {}
    return { default: isShown && once(2) ? `int(${number(1)}) + 1` : String(below(9)) }
  }

  function calculation(around: Around): string {
    const { bool, number, text } = write(around)
    const kind = below(4)
    if (kind === 0) {
      const words = text(2)
      return `if(normalize-space(${words}) = '', '', ${words})`
    }
    if (kind === 1) return `if(${bool(3)}, 'yes', 'no')`
    const value = number(3)
    return `if(string(${value}) = 'NaN' or ${value} >= 100000 or ${value} <= -100000, '', ${value})`
  }

  function item(around: Around): FormItem {
    if (around.depth < 3 && left > 2 && once(6)) {
      const shown = relevance(around)
      const id = `g${next++}`
      const isAlwaysShown = around.isAlwaysShown && !shown.relevance
      const inside = { ...around, isAlwaysShown, isInRow: false, depth: around.depth + 1 }
      return { type: 'group', id, label, ...shown, items: items(inside, 1 + below(4)) } satisfies Group
    }
    if (around.depth < 3 && left > 2 && repeatsLeft > 0 && once(5)) return repeat(around)
    return question(around)
  }

  function repeat(around: Around): Repeat {
    repeatsLeft--
    const shown = relevance(around)
    const number = once(2) ? String(below(4)) : `int(${write(around).number(1)})`
    const isAlwaysShown = around.isAlwaysShown && !shown.relevance
    const bounded = isWild ? `${number} mod 6` : `if(${number} >= 0 and ${number} < 5, ${number}, 2)`
    const count = (isAlwaysShown || isWild) && once(2) ? { count: bounded } : {}
    const id = `r${next++}`
    readable.push({ id, kind: 'repeat', repeats: around.repeats, isAlwaysShown })
    const inside: Around = {
      repeats: [...around.repeats, id],
      isInRow: true,
      isAlwaysShown,
      depth: around.depth + 1,
    }
    return { type: 'repeat', id, label, ...shown, ...count, items: items(inside, 2 + below(4)) }
  }

  function items(around: Around, most: number): readonly FormItem[] {
    const made: FormItem[] = [question(around)]
    while (made.length < most && isLeft()) made.push(item(around))
    return made
  }

  const outside: Around = { repeats: [], isInRow: false, isAlwaysShown: true, depth: 0 }
  const first = items(outside, 8)
  const shown = relevance(outside)
  const second = items({ ...outside, isAlwaysShown: !shown.relevance, depth: 1 }, 30)
  return {
    schema: 'form/1',
    id: 'any',
    version: '1',
    kind: 'survey',
    title: label,
    scoring: { method: 'weighted_mean', bands: [{ id: 'all', min: 0, max: 100, label }] },
    sections: [
      { id: 's', title: label, isLoose: true, items: first },
      { id: 't', title: label, ...shown, items: second },
    ],
  }
}
