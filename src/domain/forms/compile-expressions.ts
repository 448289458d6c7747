import { parseExpression } from './expressions/parse-expression.ts'
import { readExpression } from './expressions/read-expression.ts'
import type { Expression } from './expressions/expression.ts'
import type { FormPath, FormProblem } from './form-problem.ts'

/** The parsed expressions of a question or section, and what they look at. */
export interface CompiledExpressions {
  readonly relevance: Expression | undefined
  readonly calculation: Expression | undefined
  readonly default: Expression | undefined
  readonly required: Expression | undefined
  readonly constraint: Expression | undefined
  readonly softConstraint: Expression | undefined
  /** What relevance and calculation read: these have to be computed before. */
  readonly valueReads: ReadonlySet<string>
  /** What only the verdict reads: required and the constraints. */
  readonly verdictReads: ReadonlySet<string>
  readonly readsClock: boolean
}

interface Sources {
  readonly relevance?: string
  readonly calculation?: string
  readonly default?: string
  readonly required?: boolean | string
  readonly constraint?: { readonly expr: string }
  readonly softConstraint?: { readonly expr: string }
}

/** Parses the expressions of one question or section; what is wrong with them is added to `problems`. */
export function compileExpressions(
  key: string,
  sources: Sources,
  path: FormPath,
  isQuestion: (name: string) => boolean,
  problems: FormProblem[],
): CompiledExpressions {
  const valueReads = new Set<string>()
  const verdictReads = new Set<string>()
  let readsClock = false

  function compile(
    source: string | undefined,
    part: FormPath,
    reads: Set<string> | undefined,
  ): Expression | undefined {
    if (source === undefined) return undefined
    const here = [...path, ...part]
    const parsed = parseExpression(source)
    if (!parsed.ok) {
      problems.push({
        code: 'badExpression',
        path: here,
        question: key,
        expression: source,
        error: parsed.error,
      })
      return undefined
    }
    const { references, self, clock } = readExpression(parsed.value)
    for (const { name, at } of references) {
      if (isQuestion(name)) reads?.add(name)
      else problems.push({ code: 'unknownReference', path: here, question: key, name, at })
    }
    if (self) reads?.add(key)
    if (clock && reads) readsClock = true
    return parsed.value
  }

  const required = typeof sources.required === 'string' ? sources.required : undefined
  return {
    relevance: compile(sources.relevance, ['relevance'], valueReads),
    calculation: compile(sources.calculation, ['calculation'], valueReads),
    default: compile(sources.default, ['default'], undefined),
    required: compile(required, ['required'], verdictReads),
    constraint: compile(sources.constraint?.expr, ['constraint', 'expr'], verdictReads),
    softConstraint: compile(sources.softConstraint?.expr, ['softConstraint', 'expr'], verdictReads),
    valueReads,
    verdictReads,
    readsClock,
  }
}
