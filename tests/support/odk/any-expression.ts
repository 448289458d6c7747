import type { Chance } from './chance.ts'

/** A question that an expression may read. */
export interface Readable {
  readonly id: string
  readonly kind: 'number' | 'text' | 'date' | 'one' | 'many' | 'calculated' | 'repeat'
  /** Ids of the repeats it stands in, outermost first. */
  readonly repeats: readonly string[]
  /** Whether it always counts: nothing around it, nor itself, has a condition. */
  readonly isAlwaysShown: boolean
}

export interface ExpressionScope {
  readonly chance: Chance
  readonly readable: readonly Readable[]
  /** Where the expression stands. */
  readonly repeats: readonly string[]
  /** Directly in its repeat, so that `position(..)` is the row. */
  readonly isInRow: boolean
  /** Also what the two engines are known to see differently. */
  readonly isWild: boolean
}

/** Expressions of XLSForm over earlier questions, each of one type, at most so deep. */
export interface AnyExpression {
  readonly bool: (depth: number) => string
  readonly number: (depth: number) => string
  readonly text: (depth: number) => string
}

const words = ['an', 'Bình', 'a', 'b', 'x y', '12', '0', '']
const days = ['2016-02-29', '2017-10-16', '2017-12-31', '2020-01-01']

export function anyExpression({
  chance,
  readable,
  repeats,
  isInRow,
  isWild,
}: ExpressionScope): AnyExpression {
  const { pick, below, once } = chance
  const rowsOf = readable.filter(
    ({ id, kind, isAlwaysShown }) => kind === 'repeat' && isAlwaysShown && !repeats.includes(id),
  )
  const ownRows = readable.filter(
    ({ id, kind, isAlwaysShown }) => kind === 'repeat' && isAlwaysShown && id === repeats[0],
  )
  const isOne = (question: Readable): boolean =>
    question.repeats.every((repeat, level) => repeats[level] === repeat)
  const one = readable.filter(found => found.kind !== 'repeat' && isOne(found))
  const many = readable.filter(found => found.kind !== 'repeat' && !isOne(found))
  const named = (found: readonly Readable[], otherwise: () => string): string =>
    found.length === 0 ? otherwise() : `\${${pick(found).id}}`
  const oneOf = (...kinds: readonly Readable['kind'][]) => one.filter(({ kind }) => kinds.includes(kind))
  const manyOf = (...kinds: readonly Readable['kind'][]) => many.filter(({ kind }) => kinds.includes(kind))
  const choose = (
    leaf: readonly (() => string)[],
    deep: readonly (() => string)[],
    wild: readonly (() => string)[],
    depth: number,
  ): string => (depth > 0 && !once(4) ? pick(isWild && once(3) ? wild : deep)() : pick(leaf)())
  // A repeat around the expression is no value: whether it holds anything may hang on the expression itself.
  const any = (): string =>
    named(
      readable.filter(({ id }) => !repeats.includes(id)),
      literal,
    )

  const wholeNumber = (): string => String(below(12))
  const aNumber = (): string => named(oneOf('number', 'calculated'), wholeNumber)
  const aText = (): string => named(oneOf('text', 'calculated', 'one', 'many'), literal)
  const literal = (): string => `'${pick(words)}'`
  const aDay = (): string =>
    once(2) ? named(oneOf('date'), () => `date('${pick(days)}')`) : `date('${pick(days)}')`
  const choices = (): string => named(oneOf('many', 'one'), () => `'a b'`)
  const answered = (path: string): string => (path.startsWith('$') ? `${path}[. != '']` : path)
  const sum = (path: string): string => `if(count-non-empty(${path}) > 0, sum(${path}), 0)`
  const rowOf = ({ repeats: [repeat = ''] }: Readable): string => repeat

  const number = (depth: number): string => {
    const next = (): string => number(depth - 1)
    const numbers = manyOf('number')
    const onlyRepeat = numbers.filter(({ repeats }) => repeats.length === 1)
    return choose(
      [
        aNumber,
        aNumber,
        wholeNumber,
        () => `${below(9)}.5`,
        () => `count-selected(${choices()})`,
        () => (isInRow ? 'position(..)' : wholeNumber()),
      ],
      [
        () => `(${next()} ${pick(['+', '-', '*', 'div', 'mod'])} ${next()})`,
        () => `(${next()} ${pick(['+', '-', '*', 'div', 'mod'])} ${next()})`,
        () => `-(${next()})`,
        () => `coalesce(${aNumber()}, ${next()})`,
        () => `if(${bool(depth - 1)}, ${next()}, ${next()})`,
        // Of a negative half the two make different things (README of expressions).
        () => `round(abs(${next()}), ${below(3)})`,
        () => `round(abs(${next()}))`,
        () => `int(${next()})`,
        () => `abs(${next()})`,
        () => `number(${text(depth - 1)})`,
        () => `string-length(${text(depth - 1)})`,
        () => (numbers.length > 0 ? sum(answered(named(numbers, aNumber))) : next()),
        () => (numbers.length > 0 ? `${pick(['min', 'max'])}(${answered(named(numbers, aNumber))})` : next()),
        () => `${pick(['min', 'max'])}(${wholeNumber()}, string-length(${text(depth - 1)}))`,
        () =>
          `count(${named(
            many.filter(one => one.isAlwaysShown),
            () => aNumberNode(),
          )})`,
        () => `count(${named(rowsOf, aNumberNode)})`,
        // Of the rows around it, its own among them.
        () =>
          ownRows.length > 0
            ? `count(${named(ownRows, next)}[position() ${pick(['=', '<', '>='])} ${1 + below(4)}])`
            : next(),
        () => (many.length > 0 ? `count-non-empty(${named(many, next)})` : next()),
        () => {
          if (onlyRepeat.length === 0) return next()
          const target = pick(onlyRepeat)
          return `number(indexed-repeat(\${${target.id}}, \${${rowOf(target)}}, ${1 + below(4)}))`
        },
      ],
      [
        () => `number(${aDay()})`,
        () => `sum(${any()})`,
        () => `${pick(['min', 'max'])}(${next()}, ${next()}, ${any()})`,
        () => `count(${named(readable, () => '/data')})`,
        () => `count-non-empty(.)`,
        () => `position(${named(rowsOf, () => '/data')})`,
        () => `-${next()}`,
        () => `(${next()} * 1000000)`,
        () => `pow(${next()}, ${next()})`,
        () => `number(${any()})`,
      ],
      depth,
    )
  }
  const aNumberNode = (): string => {
    const found = one.filter(one => one.isAlwaysShown)
    return found.length === 0 ? '..' : `\${${pick(found).id}}`
  }

  const text = (depth: number): string => {
    const next = (): string => text(depth - 1)
    return choose(
      [aText, aText, literal],
      [
        () => `concat(${next()}, ${next()})`,
        () => `substr(${next()}, ${below(3)}, ${1 + below(4)})`,
        () => `substring(${next()}, ${below(4)}, ${below(4)})`,
        () => `substring-before(${next()}, ${literal()})`,
        () => `substring-after(${next()}, '${pick(['a', 'n', ' '])}')`,
        () => `translate(${next()}, 'abn', 'AB')`,
        () => `normalize-space(${next()})`,
        () => `if(${bool(depth - 1)}, ${next()}, ${next()})`,
        () => `coalesce(${aText()}, ${next()})`,
        () => `string(${wholeNumber()})`,
        () => `selected-at(${choices()}, ${below(3)})`,
        () => `join(', ', ${answered(named(manyOf('text', 'one', 'calculated'), aText))})`,
        () => `format-date(${aDay()}, '%d/%m/%Y')`,
      ],
      [
        () => `string(${number(depth - 1)})`,
        () => `string(${any()})`,
        () => `join(${literal()}, ${any()}, ${any()})`,
        () => `substring-after(${next()}, ${literal()})`,
        () => `format-date(${any()}, '%Y %b %e %H')`,
        () => `date(${number(depth - 1)})`,
        () => `concat(${any()}, ${any()})`,
      ],
      depth,
    )
  }

  const bool = (depth: number): string => {
    const next = (): string => bool(depth - 1)
    const compare = (): string => pick(['=', '!=', '<', '<=', '>', '>='])
    const equal = (): string => pick(['=', '!='])
    return choose(
      [
        () => `${aNumber()} ${compare()} ${wholeNumber()}`,
        () => `${aText()} ${equal()} ''`,
        () => `${aNumber()} ${equal()} ''`,
        () => `${aText()} ${equal()} ${literal()}`,
        () => `selected(${choices()}, '${pick(['a', 'b', 'c'])}')`,
        () => `${aDay()} ${compare()} ${aDay()}`,
      ],
      [
        () => `(${next()} and ${next()})`,
        () => `(${next()} or ${next()})`,
        () => `not(${next()})`,
        () => `${number(depth - 1)} ${compare()} ${number(depth - 1)}`,
        () => `${text(depth - 1)} ${equal()} ${text(depth - 1)}`,
        () => `contains(${text(depth - 1)}, ${literal()})`,
        () => `starts-with(${text(depth - 1)}, ${literal()})`,
        () => `ends-with(${text(depth - 1)}, ${literal()})`,
        () => `regex(${text(depth - 1)}, '^[a-z ]+$')`,
        () => `boolean(0 + ${number(depth - 1)})`,
        () => `checklist(1, 2, ${next()}, ${next()})`,
      ],
      [
        () => `boolean(${any()})`,
        () => `not(${any()})`,
        () => `${any()} ${compare()} ${any()}`,
        () => `regex(${any()}, '(a|b)*${pick(['', '$', '+'])}')`,
        () => `selected(${any()}, ${any()})`,
        () => `(${any()} and ${any()})`,
        () => `checklist(-1, ${number(depth - 1)}, ${any()})`,
      ],
      depth,
    )
  }
  return { bool, number, text }
}
