import type { Names } from './assign-ids.ts'
import type { FoundExpression } from './expression-cell.ts'
import type { Problems } from './problems.ts'
import { eachNode, type SurveyNode } from './survey-node.ts'
import type { XlsformPlace } from './xlsform-problem.ts'

/** Columns whose text may show an answer: `Hello ${name}`. */
const shown = ['label', 'hint', 'required_message', 'constraint_message', 'soft_constraint_message']

const shownExpression = /\binstance\s*\(\s*['"][^'"]*['"]\s*\)\s*\/\s*root\s*\/\s*item\b/u

/** Reports every `${name}` that names no question, or several, and expressions that people would read. */
export function checkReferences(
  roots: readonly SurveyNode[],
  expressions: ReadonlyMap<SurveyNode, readonly FoundExpression[]>,
  names: Names,
  problems: Problems,
): void {
  eachNode(roots, node => {
    for (const { references, place } of expressions.get(node) ?? [])
      checkNames(references, place, names, problems)
    if (node.otherOf) return
    const trigger = node.draft['trigger']
    if (Array.isArray(trigger)) checkNames(trigger, node.row.place('trigger'), names, problems)
    const { optionsFrom } = node.draft
    if (optionsFrom !== undefined) checkNames([optionsFrom], node.row.place('type'), names, problems)
    for (const column of shown)
      for (const text of Object.values(node.row.local(column) ?? {})) {
        checkText(text, node.row.place(column), names, problems)
        if (shownExpression.test(text))
          problems.warnings.push({ code: 'expressionShown', ...node.row.place(column) })
      }
  })
}

const shownName = /\$\{([^{}]*)\}/gu

/** Reports what a text shows that is not there, and `${` without an end, which people would read. */
export function checkText(text: string, place: XlsformPlace, names: Names, problems: Problems): void {
  const shownNames = Array.from(text.matchAll(shownName), ([, name = '']) => name.trim())
  const saved = shownNames.filter(name => name.startsWith('last-saved#'))
  if (saved.length > 0) problems.warnings.push({ code: 'lastSavedNotKept', ...place })
  checkNames(
    shownNames.filter(name => !saved.includes(name)),
    place,
    names,
    problems,
  )
  const rest = text.replace(shownName, '')
  const open = rest.indexOf('${')
  if (open >= 0)
    problems.warnings.push({ code: 'brokenReference', ...place, text: rest.slice(open, open + 30) })
}

function checkNames(
  references: readonly unknown[],
  place: XlsformPlace,
  names: Names,
  problems: Problems,
): void {
  for (const name of new Set(references.map(String))) {
    const found = names.find(name)
    if (typeof found !== 'string') continue
    const code = found === 'unknown' ? 'unknownReference' : 'ambiguousReference'
    problems.errors.push({ code, ...place, name })
  }
}
