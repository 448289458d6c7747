import { describe, expect, test } from 'vitest'
import { aContext, aTable, aTree, nodeAt } from './a-tree.ts'
import { evaluateIn } from './evaluate-text.ts'

const root = aTree({
  data: {
    commune: 'Hữu Lũng',
    year: 2026,
    empty: '',
    group: { a: 1, b: 2 },
    household: [
      { name: 'An', age: 30, head: 'yes', member: [{ name: 'Bình', age: 7 }] },
      {
        name: 'Chi',
        age: 40,
        head: 'no',
        member: [
          { name: 'Dũng', age: 9 },
          { name: 'Em', age: '' },
        ],
      },
      { name: 'Giang', age: 50, head: 'yes', member: [{ name: 'Hà', age: 70 }] },
    ],
    last: 'end',
  },
})
const communes = aTable([
  { name: 'hl', label: 'Hữu Lũng', province: 'ls', households: '120' },
  { name: 'cl', label: 'Chi Lăng', province: 'ls', households: '80' },
  { name: 'tn', label: 'Tân An', province: 'la', households: '95' },
])

const evaluateAt = (path: string, source: string): unknown =>
  evaluateIn(aContext(root, nodeAt(root, path), { communes }), source)

describe('a path leads from the root, from the question or from a reference', () => {
  test.each<readonly [at: string, source: string, expected: unknown]>([
    ['data/year', '/data/commune', 'Hữu Lũng'],
    ['data/year', '/data/group/b', 2],
    ['data/year', '/data/nothing', ''],
    ['data/year', '/other/commune', ''],
    ['data/year', '/', ''],
    ['data/year', 'count(/)', 1],
    ['data/year', '../commune', 'Hữu Lũng'],
    ['data/year', './../commune', 'Hữu Lũng'],
    ['data/year', 'current()/../commune', 'Hữu Lũng'],
    ['data/year', 'current()', 2026],
    ['data/year', '.', 2026],
    ['data/year', 'commune', ''],
    ['data', 'commune', 'Hữu Lũng'],
    ['data/group/a', '../../year', 2026],
    ['data/group/a', '../../../../../year', ''],
    ['data/household[2]/age', '../name', 'Chi'],
    ['data/household[2]/age', '${name}', 'Chi'],
    ['data/household[2]/age', '${age}', 40],
    ['data/household[2]/member[2]/age', '../../name', 'Chi'],
    ['data/household[2]/member[2]/age', '${head}', 'no'],
    ['data/year', '${household}[2]/name', 'Chi'],
    ['data/year', '${household}[position()=2]/name', 'Chi'],
    ['data/year', '${household}[position() = last()]/name', 'Giang'],
    ['data/year', '${household}[last()]/name', 'Giang'],
    ['data/year', '${household}[4]/name', ''],
    ['data/year', '${household}[0]/name', ''],
    ['data/year', '${household}[1.5]/name', ''],
    ['data/year', '${household}[-1]/name', ''],
    ['data/household[2]/age', '${age}/../head', 'no'],
    ['data/year', '/data/household[3]/member[1]/name', 'Hà'],
    ['data/year', '/data/household[age > 35]/name', 'Chi'],
    ['data/year', "/data/household[age > 35][head = 'yes']/name", 'Giang'],
    ['data/year', "/data/household[head = 'yes'][2]/name", 'Giang'],
    ['data/year', 'join(" ", /data/household/member/name)', 'Bình Dũng Em Hà'],
    ['data/year', 'join(" ", /data/household/member[1]/name)', 'Bình Dũng Hà'],
    ['data/year', '(/data/household/member)[2]/name', 'Dũng'],
    ['data/year', 'join(" ", //name)', 'An Bình Chi Dũng Em Giang Hà'],
    ['data/year', 'join(" ", //member//name)', 'Bình Dũng Em Hà'],
    ['data/year', 'join(" ", //name[1])', 'An Bình Chi Dũng Em Giang Hà'],
    ['data/year', 'join(" ", /data//member[2]/name)', 'Em'],
    ['data/year', 'count(/data/*)', 8],
    ['data/year', 'count(/data/group/node())', 2],
    ['data/year', 'sum(../group/*)', 3],
    ['data/year', 'count(/node())', 1],
    ['data/year', 'count(//*)', 32],
  ])('at %s %s is %j', (at, source, expected) => {
    expect(evaluateAt(at, source)).toEqual(expected)
  })
})

describe('axes', () => {
  test.each<readonly [source: string, expected: unknown]>([
    ['child::age', ''],
    ['parent::node()/child::age', 40],
    ['parent::household/name', 'Chi'],
    ['parent::member/name', ''],
    ['self::node()', 'Chi'],
    ['self::name', 'Chi'],
    ['self::age', ''],
    ['count(ancestor::*)', 2],
    ['count(ancestor::node())', 3],
    ['count(ancestor-or-self::node())', 4],
    ['ancestor::household/age', 40],
    ['join(" ", ../following-sibling::household/name)', 'Giang'],
    ['join(" ", ../preceding-sibling::household/name)', 'An'],
    ['../preceding-sibling::*[1]/name', 'An'],
    ['../following-sibling::last', 'end'],
    ['join(" ", /data/last/preceding-sibling::household/name)', 'An Chi Giang'],
    ['/data/last/preceding-sibling::household[1]/name', 'Giang'],
    ['join(" ", ../descendant::name)', 'Chi Dũng Em'],
    ['count(../descendant-or-self::node())', 10],
    ['count(/data/household/..)', 1],
    ['join(" ", /data/household/member/../name)', 'An Chi Giang'],
  ])('%s is %j', (source, expected) => {
    expect(evaluateAt('data/household[2]/name', source)).toEqual(expected)
  })
})

describe('a union is in document order and has each node once', () => {
  test.each<readonly [source: string, expected: unknown]>([
    ['join(" ", /data/last | /data/commune)', 'Hữu Lũng end'],
    ['count(/data/last | /data/commune | /data/last)', 2],
    ['join(" ", (../last | ../group)/a)', '1'],
    ['join(" ", ../household[3]/name | ../household[1]/name)', 'An Giang'],
    ['sum(/data/group/a | /data/group/b)', 3],
    ["count(instance('communes')/root/item | ../household)", 6],
  ])('%s is %j', (source, expected) => {
    expect(evaluateAt('data/year', source)).toEqual(expected)
  })
})

describe('a predicate stands at its candidate, current() and ${} at the question', () => {
  test.each<readonly [at: string, source: string, expected: unknown]>([
    ['data/household[2]/name', 'count(../../household[age > current()/../age])', 1],
    ['data/household[2]/name', 'count(../../household[head = ${head}])', 1],
    ['data/household[2]/name', 'count(../../household[age > 0][. = current()])', 0],
    ['data/household[2]/name', 'count(../../household/name[. = current()])', 1],
    ['data/household[2]/name', 'count(../../household[member/age > 8])', 2],
    ['data/household[2]/name', "count(../../household[member[name = 'Em']])", 1],
    ['data/household[2]/name', 'count(../../household[string-length(name) = 2])', 1],
    ['data/household[2]/name', 'count(../../household[position() < position(current()/..)])', 1],
    ['data/commune', "instance('communes')/root/item[label = current()]/name", 'hl'],
    ['data/commune', "instance('communes')/root/item[label = ${commune}]/province", 'ls'],
    ['data/commune', "count(instance('communes')/root/item[province = 'ls'])", 2],
    ['data/commune', "sum(instance('communes')/root/item[province = 'ls']/households)", 200],
    ['data/commune', "instance('communes')/root/item[households < 100 and province != 'ls']/label", 'Tân An'],
    ['data/commune', "instance('nowhere')/root/item[1]/name", ''],
    ['data/commune', "pulldata('communes', 'label', 'name', 'cl')", 'Chi Lăng'],
    ['data/commune', "pulldata('communes', 'name', 'label', ${commune})", 'hl'],
    ['data/commune', "pulldata('communes', 'label', 'name', 'xx')", ''],
    ['data/commune', "pulldata('communes', 'nothing', 'name', 'cl')", ''],
    ['data/commune', "pulldata('nowhere', 'label', 'name', 'cl')", ''],
    ['data/commune', "pulldata('communes', 'label', 'households', 80)", 'Chi Lăng'],
  ])('at %s %s is %j', (at, source, expected) => {
    expect(evaluateAt(at, source)).toEqual(expected)
  })
})

describe('nodes beside values: any node may hold, none is an empty answer', () => {
  test.each<readonly [source: string, expected: unknown]>([
    ['/data/household/age = 40', true],
    ['/data/household/age = 41', false],
    ['/data/household/age != 40', true],
    ['40 = /data/household/age', true],
    ['/data/household/age > 45', true],
    ['45 < /data/household/age', true],
    ['45 > /data/household/age', true],
    ['60 < /data/household/age', false],
    ['/data/household/age = /data/household/member/age', false],
    ['/data/household/age < /data/household/member/age', true],
    ['/data/nothing = ""', true],
    ['/data/nothing != ""', false],
    ['/data/nothing != "x"', true],
    ['/data/nothing = "x"', false],
    ['"x" != /data/nothing', true],
    ['/data/nothing != 5', true],
    ['/data/nothing < 5', false],
    ['/data/nothing = /data/empty', true],
    ['/data/nothing = /data/other', true],
    ['${hidden} != "x"', true],
    ['${hidden} = ""', true],
    ['not(${hidden})', true],
    ['boolean(/data/household)', true],
    ['boolean(/data/household[1])', true],
    ['boolean(/data/household[9])', false],
    ['boolean(/data/empty)', false],
    ['/data/group = true()', true],
    ['/data/nothing = false()', true],
    ['if(/data/household[age > 45], "old", "young")', 'old'],
    ['/data/household/age + 1', 31],
    ['string(/data/household/name)', 'An'],
    ['/data/nothing + 1', NaN],
    ['-/data/year', -2026],
    ['sum(/data/nothing)', 0],
    ['max(/data/nothing)', NaN],
    ['count(/data/nothing)', 0],
    ['concat(/data/nothing)', ''],
    ['coalesce(/data/nothing, /data/empty, /data/commune)', 'Hữu Lũng'],
  ])('%s is %j', (source, expected) => {
    expect(evaluateAt('data/year', source)).toEqual(expected)
  })
})

describe('rows of repeats', () => {
  test.each<readonly [at: string, source: string, expected: unknown]>([
    ['data/household[2]/name', 'position(..)', 2],
    ['data/household[2]/member[2]/name', 'position(..)', 2],
    ['data/household[2]/member[2]/name', 'position(../..)', 2],
    ['data/household[3]', 'position(.)', 3],
    ['data/year', 'position(.)', 1],
    ['data/year', 'position(/data/nothing)', 0],
    ['data/year', 'position()', 1],
    ['data/household[3]', 'position()', 3],
    ['data/household[2]', 'last()', 3],
    ['data/year', 'count(${household})', 3],
    ['data/household[2]/name', 'count(../member)', 2],
    ['data/household[2]/name', 'count(${member})', 2],
    ['data/year', 'count(${member})', 4],
    ['data/year', 'count-non-empty(/data/household/member/age)', 3],
    ['data/year', 'count-non-empty(/data/household)', 3],
    ['data/year', 'sum(${age})', 206],
    ['data/year', 'max(/data/household/age)', 50],
    ['data/year', 'min(/data/household/age)', 30],
    ['data/year', 'min(/data/household/age, 5)', 5],
    ['data/year', 'concat(/data/household/head, "!")', 'yesnoyes!'],
    ['data/year', 'indexed-repeat(${head}, ${household}, 2)', 'no'],
    ['data/household[1]/name', 'indexed-repeat(${head}, ${household}, 2)', 'no'],
    ['data/household[3]/name', 'indexed-repeat(${head}, ${household}, position(..) - 1)', 'no'],
    ['data/household[1]/name', 'indexed-repeat(${head}, ${household}, position(..) - 1)', 'yes'],
    ['data/year', 'indexed-repeat(${head}, ${household}, 9)', ''],
    ['data/year', 'indexed-repeat(/data/household/head, /data/household, 2)', 'no'],
    ['data/household[3]/name', 'indexed-repeat(../../household/head, ../../household, 2)', 'no'],
    [
      'data/year',
      'indexed-repeat(/data/household/member/name, /data/household, 2, /data/household/member, 2)',
      'Em',
    ],
    ['data/year', 'indexed-repeat(${nothing}, ${household}, 1)', ''],
    ['data/year', 'indexed-repeat(${head}, ${nothing}, 1)', ''],
    ['data/household[2]/name', 'sum(../preceding-sibling::household/age)', 30],
    ['data/household[2]/name', "count(../../household[head = 'yes'])", 2],
  ])('at %s %s is %j', (at, source, expected) => {
    expect(evaluateAt(at, source)).toEqual(expected)
  })
})

test('inner rows are counted by names that both levels have, as pyxform writes them', () => {
  const nested = aTree({ data: { r: [{ s: [{ x: 1 }, { x: 2 }] }, { s: [{ x: 3 }, { x: 4 }] }], q: '' } })
  const read = (at: string, source: string): unknown =>
    evaluateIn(aContext(nested, nodeAt(nested, at)), source)
  expect(read('data/q', 'indexed-repeat(${x}, ${r}, 2, ${s}, 1)')).toBe(3)
  expect(read('data/r[1]/s[1]/x', 'indexed-repeat(${x}, ${r}, 2, ${s}, 2)')).toBe(4)
  expect(read('data/r[2]/s[2]/x', 'indexed-repeat(${x}, ${s}, 1)')).toBe(3)
})

test('a table of 3,300 communes filtered by province stays inside the steps', () => {
  const table = aTable(
    Array.from({ length: 3300 }, (_, at) => ({ name: `c${at}`, label: `Xã ${at}`, province: `p${at % 34}` })),
  )
  const context = aContext(root, nodeAt(root, 'data/year'), { table })
  expect(evaluateIn(context, "count(instance('table')/root/item[province = concat('p', 3)])")).toBe(97)
  expect(evaluateIn(context, "count(instance('table')/root/item[name = //name])")).toBe(0)
  expect(
    evaluateIn(context, "count(instance('table')/root/item[count(instance('table')/root/item) > 1])"),
  ).toEqual({
    type: 'tooManySteps',
  })
})

test('a long text looked through again and again uses up the steps', () => {
  const long = aTree({
    data: { long: 'x'.repeat(90_000), rep: Array.from({ length: 2000 }, () => ({ x: 1 })) },
  })
  const context = aContext(long, nodeAt(long, 'data/long'))
  expect(evaluateIn(context, "count(//*[contains(/data/long, 'y')])")).toEqual({ type: 'tooManySteps' })
})
