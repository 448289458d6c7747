import { aggregateFunctions } from './aggregate-functions.ts'
import { choiceFunctions } from './choice-functions.ts'
import { dateFunctions } from './date-functions.ts'
import { digestFunctions } from './digest-functions.ts'
import type { FunctionRule, LazyFunctionRule, NodeFunctionRule } from './function-rule.ts'
import { geoFunctions } from './geo-functions.ts'
import { indexedRepeat } from './indexed-repeat.ts'
import { lazyFunctions } from './lazy-functions.ts'
import { logicFunctions } from './logic-functions.ts'
import { nodeFunctions } from './node-functions.ts'
import { numberFunctions } from './number-functions.ts'
import { randomFunctions } from './random-functions.ts'
import { textFunctions } from './text-functions.ts'

type Taking<Kind extends string, Rule> = Rule & { readonly takes: Kind }
export type AnyFunctionRule =
  | Taking<'scalars', FunctionRule>
  | Taking<'nodes', NodeFunctionRule>
  | Taking<'expressions', LazyFunctionRule>

function taking<Kind extends string, Rule extends object>(
  takes: Kind,
  table: Readonly<Record<string, Rule>>,
): readonly (readonly [string, Taking<Kind, Rule>])[] {
  return Object.entries(table).map(([name, rule]) => [name, { ...rule, takes }] as const)
}

/** Every function an expression may call, but for `current()` and `instance()`, which are parts of paths. */
export const functions: ReadonlyMap<string, AnyFunctionRule> = new Map<string, AnyFunctionRule>([
  ...taking('scalars', {
    ...logicFunctions,
    ...numberFunctions,
    ...textFunctions,
    ...dateFunctions,
    ...choiceFunctions,
    ...digestFunctions,
  }),
  ...taking('nodes', { ...aggregateFunctions, ...nodeFunctions, ...geoFunctions, ...randomFunctions }),
  ...taking('expressions', { ...lazyFunctions, 'indexed-repeat': indexedRepeat }),
])

/** What ODK, XForms or XPath 1.0 have and this language leaves out, with the reason. */
export const unsupportedFunctions: Readonly<Record<string, string>> = {
  property: 'device properties are questions of their own type',
  'extract-signed': 'signed codes are not read',
  intersects: 'shapes are not checked for crossing themselves',
  'jr:itext': 'translations belong to labels',
  depend: 'an engine that follows what is read needs no hint',
  id: 'forms have no element ids',
  lang: 'forms have no xml:lang',
  name: 'element names are no answers',
  'local-name': 'element names are no answers',
  'namespace-uri': 'forms have no namespaces here',
  text: 'no text nodes: a question is its own value',
  comment: 'forms have no comments',
  'processing-instruction': 'forms have none',
}
