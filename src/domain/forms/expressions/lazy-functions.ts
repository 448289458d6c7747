import type { LazyFunctionTable } from './function-rule.ts'
import { toText } from './coerce.ts'
import { questionName } from './question-name.ts'
import { isEmpty, isTrue, scalarOf } from './value.ts'

/** Functions that evaluate only the arguments they need. */
export const lazyFunctions: LazyFunctionTable = {
  if: {
    min: 3,
    max: 3,
    call: ([condition, yes, no], run, evaluate) => {
      if (!condition || !yes || !no) return ''
      return evaluate(isTrue(evaluate(condition, run)) ? yes : no, run)
    },
  },
  coalesce: {
    min: 2,
    max: 100,
    call: (args, run, evaluate) => {
      for (const argument of args) {
        const value = scalarOf(evaluate(argument, run))
        if (!isEmpty(value)) return value
      }
      return ''
    },
  },
  once: {
    min: 1,
    max: 1,
    call: ([argument], run, evaluate) => {
      const answer = run.context.node.value()
      return isEmpty(answer) && argument ? scalarOf(evaluate(argument, run)) : answer
    },
  },
  'jr:choice-name': {
    min: 2,
    max: 2,
    call: ([value, question], run, evaluate) => {
      const name = question && questionName(question)
      if (!value || name === undefined) return ''
      const choice = toText(scalarOf(evaluate(value, run)))
      return choice === '' || run.error ? '' : run.context.choiceLabel(choice, name, run.context.node)
    },
  },
}
