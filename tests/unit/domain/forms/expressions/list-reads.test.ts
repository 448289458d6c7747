import { describe, expect, test } from 'vitest'
import { listReads } from '../../../../../src/domain/forms/expressions/list-reads.ts'
import { parseExpression } from '../../../../../src/domain/forms/expressions/parse-expression.ts'
import type { ShapeNode } from '../../../../../src/domain/forms/expressions/shape-node.ts'
import { aShape } from './a-tree.ts'

const root = aShape({
  data: {
    commune: '',
    group: { a: '', b: '' },
    household: [{ size: '', inner: { income: '' }, member: [{ age: '', school: '' }] }],
    plot: [{ surface: '' }],
  },
})

const listBelow = (shape: ShapeNode): readonly ShapeNode[] =>
  shape.children.flatMap(child => [child, ...listBelow(child)])
const resolve = (name: string): readonly ShapeNode[] => listBelow(root).filter(shape => shape.name === name)

/** `size`, or `size*` where any row may be read. */
function readsAt(name: string, source: string): unknown {
  const [node] = resolve(name)
  const parsed = parseExpression(source)
  if (!parsed.ok || !node) return parsed
  const { reads, unknown } = listReads(parsed.value, { node, root, resolve })
  return [...reads.map(({ shape, scope }) => shape.name + (scope === 'all' ? '*' : '')), ...unknown]
}

describe('what an expression reads, with a star where it may be any row', () => {
  test.each<readonly [at: string, source: string, expected: readonly unknown[]]>([
    ['a', '${b} + 1', ['b']],
    ['a', '.', ['a']],
    ['a', 'once(.)', ['a']],
    ['a', 'once(random())', []],
    ['a', '../b', ['b']],
    ['a', '/data/commune', ['commune']],
    ['a', 'sum(${size})', ['size*']],
    ['a', '${size}', ['size*']],
    ['size', '${income}', ['income']],
    ['income', '${size}', ['size']],
    ['income', '../../size', ['size']],
    ['size', '../inner/income', ['income']],
    ['size', '${commune}', ['commune']],
    ['size', '${age}', ['age*']],
    ['size', 'sum(../member/age)', ['age*']],
    ['size', '/data/household/size', ['size*']],
    ['size', 'sum(../../household/size)', ['size*']],
    ['size', '${surface}', ['surface*']],
    ['age', '${school}', ['school']],
    ['age', '${size}', ['size']],
    ['age', '../../size', ['size']],
    ['age', '../../member/school', ['school*']],
    ['age', 'count(${member})', ['member*']],
    ['age', 'count(..)', ['member']],
    ['age', 'position(..)', ['member*']],
    ['age', 'position(../..)', ['household*']],
    ['income', 'position(..)', ['household*']],
    ['a', 'position(..)', []],
    ['age', 'position()', ['member*']],
    ['age', '../preceding-sibling::member/age', ['age*']],
    ['age', 'ancestor::household/size', ['size']],
    ['a', '//size', ['size*']],
    [
      'a',
      'count(//*)',
      [
        'data',
        'commune',
        'group',
        'a',
        'b',
        'household*',
        'size*',
        'inner*',
        'income*',
        'member*',
        'age*',
        'school*',
        'plot*',
        'surface*',
      ],
    ],
    ['a', '${household}[2]/size', ['household*', 'size*']],
    ['a', '${household}[position() = ${b}]/size', ['household*', 'b', 'size*']],
    ['a', 'count(${household}[size > current()/../b])', ['size*', 'b', 'household*']],
    ['a', '${household}[inner/income > 3]/size', ['income*', 'size*']],
    ['a', '/data/household[last()]/size', ['household*', 'size*']],
    ['size', '../member[age > current()]/school', ['age*', 'size', 'school*']],
    ['size', 'count(${member}[. != ""])', ['member*']],
    ['size', 'indexed-repeat(${income}, ${household}, position(..) - 1)', ['household*', 'income*']],
    ['a', 'indexed-repeat(${age}, ${household}, ${b}, ${member}, 2)', ['household*', 'b', 'member*', 'age*']],
    ['a', '${size} | ../b', ['size*', 'b']],
    ['a', "jr:choice-name(${b}, '${commune}')", ['b', 'commune']],
    ['a', 'string-length() > 3', ['a']],
    ['a', 'randomize(${size}, ${b})', ['b', 'size*']],
    ['a', "instance('t')/root/item[province = ${b} and ../x = 3][2]/label", ['b']],
    ['a', "pulldata('t', 'label', 'name', ${b})", ['b']],
    ['size', "instance('t')/root/item[name = current()/../inner/income]/label", ['income']],
    ['a', '${b} + ${b} + ../b', ['b']],
    ['a', '/data/group/*', ['a', 'b']],
    ['a', '../following-sibling::*', ['commune', 'group', 'household*', 'plot*']],
  ])('at %s %s', (at, source, expected) => {
    expect(readsAt(at, source)).toEqual(expected)
  })
})

test('what leads nowhere is reported with its place, but not in attached tables', () => {
  expect(readsAt('a', '${nobody} + 1')).toEqual([{ name: 'nobody', at: 0 }])
  expect(readsAt('a', '1 + ${nobody}/x[y = 1]')).toEqual([{ name: 'nobody', at: 4 }])
  expect(readsAt('a', '1 + /data/nothing/x')).toEqual([{ path: '/data/nothing/x', at: 4 }])
  expect(readsAt('a', 'colour = 1')).toEqual([{ path: 'colour', at: 0 }])
  expect(readsAt('a', '../../../../b')).toEqual([{ path: '../../../../b', at: 0 }])
  expect(readsAt('a', '${household}[sizes = 1]/size')).toEqual(['size*', { path: 'sizes', at: 13 }])
  expect(readsAt('a', "instance('t')/nonsense/item[x = 1]/y")).toEqual([])
  expect(readsAt('a', "jr:choice-name(., '${nobody}')")).toEqual(['a', { name: 'nobody', at: 19 }])
  expect(readsAt('a', "instance('t')/root/item[x = ${nobody}]/y")).toEqual([{ name: 'nobody', at: 28 }])
})
