import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toNumber, toText } from '../../../src/domain/forms/expressions/coerce.ts'
import { evaluate, evaluateNodes } from '../../../src/domain/forms/expressions/evaluate.ts'
import { functions } from '../../../src/domain/forms/expressions/functions.ts'
import { dayToIso, parseIsoDate } from '../../../src/domain/forms/expressions/iso-date.ts'
import { listReads } from '../../../src/domain/forms/expressions/list-reads.ts'
import { matchPattern } from '../../../src/domain/forms/expressions/match-pattern.ts'
import { parseExpression } from '../../../src/domain/forms/expressions/parse-expression.ts'
import { parsePattern } from '../../../src/domain/forms/expressions/parse-pattern.ts'
import type { PathNode } from '../../../src/domain/forms/expressions/path-node.ts'
import { readExpression } from '../../../src/domain/forms/expressions/read-expression.ts'
import type { Budget, EvaluationContext } from '../../../src/domain/forms/expressions/run.ts'
import type { Scalar } from '../../../src/domain/forms/expressions/scalar.ts'
import type { ShapeNode } from '../../../src/domain/forms/expressions/shape-node.ts'
import { aContext, aShape, aTable, aTree, nodeAt } from '../../unit/domain/forms/expressions/a-tree.ts'

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom<Scalar>(
    '',
    'yes',
    'none',
    '2017-10-16',
    '2017-02-30',
    'a b',
    NaN,
    Infinity,
    -0,
    1e300,
    1e-300,
  ),
  fc.string(),
  fc.double(),
  fc.boolean(),
)
const contextOf = (given: Readonly<Record<string, Scalar>>): EvaluationContext => {
  const root = aTree({
    data: {
      a: given['a'] ?? '',
      group: { b: given['b'] ?? '' },
      rep: [{ x: 1, sub: [{ y: 2 }, { y: '' }] }, { x: '' }],
    },
  })
  const table = aTable([
    { name: 'yes', label: 'Có' },
    { name: 'no', label: 'Không' },
  ])
  const own = aTree({ data: { self: given['self'] ?? '' } })
  const [data] = root.children()
  const self: PathNode = {
    name: 'self',
    parent: data,
    children: () => [],
    value: nodeAt(own, 'data/self').value,
  }
  return aContext(root, self, { table })
}
const shapes = aShape({ data: { a: '', group: { b: '' }, rep: [{ x: '', sub: [{ y: '' }] }] } })
const values = fc.record({ a: scalar, b: scalar, self: scalar })

const steps = [
  'x', 'y', 'b', 'name', 'label', '*', '..', '.', 'node()', 'x[1]', '*[last()]', '/x', '/node()', 'parent::rep',
  'ancestor::*', 'ancestor-or-self::node()', 'descendant::y', 'following-sibling::*', 'preceding-sibling::*[1]',
] // prettier-ignore
const operators = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod']
/** Functions that take values, with a number of arguments they allow. */
const calls: readonly (readonly [name: string, args: number])[] = [...functions]
  .filter(([name, rule]) => rule.paths === undefined && name !== 'jr:choice-name')
  .flatMap(([name, { min, max }]) =>
    [min, Math.min(max, min + (name === 'weighted-checklist' ? 2 : 1))].map(count => [name, count] as const),
  )

const { expression } = fc.letrec<{ expression: string; path: string }>(tie => ({
  path: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(
      '${a}',
      '${rep}',
      '${x}',
      '${y}',
      '../x',
      '/data',
      '/data/rep/x',
      '..',
      '//y',
      "instance('table')/root/item",
      'current()',
      '*',
    ),
    fc.tuple(tie('path'), fc.constantFrom(...steps)).map(([path, step]) => `${path}/${step}`),
    fc.tuple(tie('path'), tie('expression')).map(([path, predicate]) => `${path}[${predicate}]`),
    fc.tuple(tie('path'), tie('path')).map(([a, b]) => `(${a} | ${b})`),
    fc.tuple(tie('path'), tie('expression')).map(([path, seed]) => `randomize(${path}, ${seed})`),
    fc
      .tuple(tie('path'), tie('path'), tie('expression'))
      .map(([target, group, index]) => `indexed-repeat(${target}, ${group}, ${index})`),
  ),
  expression: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(
      '${a}',
      '${b}',
      '.',
      "''",
      "'yes'",
      '"a b"',
      '0',
      '1',
      '2.5',
      '.5',
      "'2017-10-15'",
      "'%d/%m/%Y'",
    ),
    fc
      .tuple(tie('expression'), fc.constantFrom(...operators), tie('expression'))
      .map(parts => parts.join(' ')),
    tie('path'),
    fc
      .tuple(fc.constantFrom('count', 'position', 'sum', 'string'), tie('path'))
      .map(([name, path]) => `${name}(${path})`),
    tie('expression').map(inner => `(${inner})`),
    tie('expression').map(inner => `-${inner}`),
    fc
      .constantFrom(...calls)
      .chain(([name, args]) =>
        fc
          .array(tie('expression'), { minLength: args, maxLength: args })
          .map(list => `${name}(${list.join(', ')})`),
      ),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([text, pattern]) => `regex(${text}, concat(${pattern}, ''))`),
  ),
}))

test('every expression of the grammar parses, evaluates to a value or an error, and never throws', () => {
  fc.assert(
    fc.property(expression, values, (source, given) => {
      const parsed = parseExpression(source)
      const value = parsed.ok ? evaluate(parsed.value, contextOf(given)) : parsed
      expect([
        'string',
        'number',
        'boolean',
        'textTooLong',
        'tooManySteps',
        'badPattern',
        'tooLong',
        'tooDeep',
        'unsupportedDigest',
        'unsupportedFunction',
      ]).toContain(value.ok ? typeof value.value : value.error.type)
    }),
    { numRuns: 3000 },
  )
})

test('any text at all is parsed or refused with a place inside it, and never throws', () => {
  const scraps = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...operators,
          '${a}',
          '.',
          '(',
          ')',
          ',',
          "'",
          '"',
          '$',
          '{',
          '}',
          'if(',
          'max(',
          '1',
          ' ',
          'x',
          '/',
          '//',
          '..',
          '::',
          '[',
          ']',
          '|',
          'child',
          'current()',
          "instance('table')",
          'jr:choice-name(',
          'count(',
          '“',
        ),
        fc.string(),
      ),
    )
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(scraps, values, (source, given) => {
      const parsed = parseExpression(source)
      if (parsed.ok) {
        evaluate(parsed.value, contextOf(given))
        readExpression(parsed.value)
        listReads(parsed.value, { node: shapes, root: shapes, resolve: () => [] })
      }
      expect(parsed.ok ? 0 : parsed.error.at).toBeLessThanOrEqual(source.length)
    }),
    { numRuns: 5000 },
  )
})

test('an evaluation stops when its steps are used up', () => {
  fc.assert(
    fc.property(expression, fc.nat(20), (source, steps) => {
      const parsed = parseExpression(source)
      if (!parsed.ok) return
      const value = evaluate(parsed.value, contextOf({}), steps)
      expect(value.ok || value.error.type).not.toBe('textTooLong')
    }),
  )
})

test('a number written as text is the same number again, without an exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      const text = toText(value)
      expect(text).toMatch(/^-?\d+(\.\d+)?$/u)
      expect(toNumber(text) === value).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a day written as a date is the same day again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -600_000, max: 2_900_000 }), day => {
      expect(parseIsoDate(dayToIso(day))?.day).toBe(day)
    }),
  )
})

test('patterns match what the regular expressions of the platform match', () => {
  const { pattern } = fc.letrec<{ pattern: string }>(tie => ({
    pattern: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\d', '^', '$', ''),
      fc.tuple(tie('pattern'), tie('pattern')).map(parts => parts.join('')),
      fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(${left}|${right})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,}', '*?'))
        .map(([inner, sign]) => `(?:${inner})${sign}`),
    ),
  }))
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 6 }),
      (source, text) => {
        const parsed = parsePattern(source)
        const run: Budget = { steps: 1_000_000, error: undefined }
        const matched = parsed && matchPattern(parsed, text, run)
        if (run.error) return
        expect(matched).toBe(new RegExp(`^(?:${source})$`, 'u').test(text))
      },
    ),
    { numRuns: 3000 },
  )
})

/** Which rows a node stands in, and its shape. */
function standingOf(node: PathNode): { readonly shape: ShapeNode; readonly rows: readonly PathNode[] } {
  if (!node.parent) return { shape: shapes, rows: [] }
  const above = standingOf(node.parent)
  const shape = above.shape.children.find(({ name }) => name === node.name)
  if (!shape) throw new Error(`No shape for ${node.name}`)
  return { shape, rows: shape.isRepeat ? [...above.rows, node] : above.rows }
}

test('whatever value an evaluation asks for is among the reads, and of its own rows where it says so', () => {
  const places = ['data/a', 'data/group/b', 'data/rep[2]/x', 'data/rep[1]/sub[2]/y', 'data/rep[2]']
  fc.assert(
    fc.property(
      expression,
      fc.constantFrom(...places),
      fc.constantFrom<Scalar>('', 0, 1, 2, 'yes'),
      (source, at, value) => {
        const parsed = parseExpression(source)
        if (!parsed.ok) return
        const asked = new Set<PathNode>()
        const spied = (name: string, parent: PathNode | undefined, copied: PathNode): PathNode => {
          const children: PathNode[] = []
          const node: PathNode = {
            name,
            parent,
            children: () => children,
            value: () => {
              asked.add(node)
              return copied.value()
            },
          }
          for (const child of copied.children()) children.push(spied(child.name, node, child))
          return node
        }
        const rows = [
          { x: value, sub: [{ y: 2 }, { y: value }] },
          { x: 1, sub: [{ y: 1 }] },
        ]
        const root = spied('', undefined, aTree({ data: { a: value, group: { b: 1 }, rep: rows } }))
        const node = nodeAt(root, at)
        const own = standingOf(node)
        const resolve = (name: string): readonly ShapeNode[] => {
          const below = (shape: ShapeNode): readonly ShapeNode[] =>
            shape.children.flatMap(child => [child, ...below(child)])
          return below(shapes).filter(shape => shape.name === name)
        }
        const { reads } = listReads(parsed.value, { node: own.shape, root: shapes, resolve })
        evaluate(parsed.value, aContext(root, node), 20_000)
        for (const other of asked) {
          const { shape, rows: around } = standingOf(other)
          if (other === node) continue
          const read = reads.find(candidate => candidate.shape === shape)
          expect(read, `${source} at ${at} reads ${shape.name}`).toBeDefined()
          const isOwn = around.every(row => own.rows.includes(row))
          expect(isOwn || read?.scope === 'all', `${source} at ${at} reads other rows`).toBe(true)
        }
      },
    ),
    { numRuns: 5000 },
  )
})

test('a union is every node once, in document order, however its sides overlap', () => {
  const { path } = fc.letrec<{ path: string }>(tie => ({
    path: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('//*', '/data/rep', '/data/rep/sub', '//y', '/data/a', '//node()'),
      fc.tuple(tie('path'), fc.constantFrom(...steps)).map(([start, step]) => `${start}/${step}`),
      fc.tuple(tie('path'), tie('path')).map(([a, b]) => `(${a} | ${b})`),
    ),
  }))
  fc.assert(
    fc.property(path, source => {
      const context = contextOf({})
      const parsed = parseExpression(source)
      const nodes = parsed.ok && evaluateNodes(parsed.value, context)
      if (!nodes || !nodes.ok) return
      const listed: PathNode[] = []
      const list = (node: PathNode): void => {
        listed.push(node)
        node.children().forEach(list)
      }
      list(context.root)
      const places = nodes.value.map(node => listed.indexOf(node))
      expect(places).toEqual(Array.from(new Set(places)).toSorted((a, b) => a - b))
    }),
    { numRuns: 3000 },
  )
})
