import type { GivenLists } from './choice-lists.ts'
import type { ChoiceList } from './read-choices.ts'
import type { Draft } from './draft.ts'
import type { FoundExpression } from './expression-cell.ts'
import { lockQuestion, readLock, type Lock } from './lock-question.ts'
import { parsePatch } from './patch.ts'
import { parseType, type ParsedType } from './parse-type.ts'
import type { Problems } from './problems.ts'
import { readGroup } from './read-group.ts'
import { readQuestionNodes } from './read-question-nodes.ts'
import type { SheetReading } from './read-sheet.ts'
import type { SurveyNode, SurveyPage } from './survey-node.ts'
import { takeApartLoops } from './take-apart-loops.ts'
import type { XlsformRow } from './xlsform-row.ts'
import { xlsformLimits } from './xlsform-limits.ts'

/** What the rows of the survey need to know, and add to. */
export interface SurveyContext {
  /** Those of the choices sheet; attached files are added. */
  readonly lists: Map<string, ChoiceList>
  readonly givenLists: GivenLists
  /** Rows of attached CSV files, by name without ending. */
  readonly tables: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Every expression, by the node it belongs to. */
  readonly expressions: Map<SurveyNode, readonly FoundExpression[]>
  readonly problems: Problems
}

/** Reads the survey sheet into pages of nodes. */
export function readSurvey(sheet: SheetReading, context: SurveyContext): readonly SurveyPage[] {
  const { problems } = context
  const pages: SurveyPage[] = []
  const open: { readonly node: SurveyNode; readonly kind: 'group' | 'repeat'; readonly lock: Lock }[] = []
  let loose: SurveyNode[] | undefined
  let isTooDeep = false

  const startLoose = (page?: Draft): SurveyNode[] => {
    loose = []
    pages.push(page ? { page, items: loose } : { items: loose })
    return loose
  }
  const place = (nodes: readonly SurveyNode[]): void => {
    const [first] = nodes
    const parent = open.at(-1)?.node
    if (parent) parent.items.push(...nodes)
    else if (first?.kind === 'group' && first.row.text('iso_page') !== 'inside') {
      pages.push({ group: first, items: first.items })
      loose = undefined
    } else (loose ?? startLoose()).push(...nodes)
  }
  const end = (kind: 'group' | 'repeat', row: XlsformRow): void => {
    const last = open.pop()
    if (!last) problems.errors.push({ code: 'unopened', ...row.place('type'), kind })
    else if (last.kind !== kind)
      problems.errors.push({
        code: 'mismatchedEnd',
        ...row.place('type'),
        kind,
        opened: last.kind,
        openedRow: last.node.row.row,
      })
  }

  for (const row of takeApartLoops(sheet.rows, context.lists, problems)) {
    if (/^(?:yes|true)(?:\(\))?$/iu.test(row.text('disabled'))) {
      problems.warnings.push({ code: 'rowDisabled', ...row.place('disabled') })
      continue
    }
    if (row.has('iso_page') && row.text('type') === '' && open.length === 0) {
      const page = parsePatch(row.text('iso_page'))
      if (page) startLoose(page)
      else
        problems.errors.push({
          code: 'badValue',
          ...row.place('iso_page'),
          value: row.text('iso_page'),
          expected: '{…}',
        })
      continue
    }
    const parsed = parseRow(row, problems)
    if (!parsed) continue
    if (parsed.row === 'end') end(parsed.kind, row)
    else if (parsed.row === 'question') {
      const nodes = readQuestionNodes(row, parsed, context)
      const locks = open.map(({ lock }) => lock)
      for (const node of nodes) node.draft = lockQuestion(node.draft, locks)
      place(nodes)
    } else {
      const { node, lock } = openNode(row, parsed.kind, context)
      place([node])
      if (open.length === xlsformLimits.levels && !isTooDeep) {
        isTooDeep = true
        problems.errors.push({ code: 'tooDeep', ...row.place('type'), limit: xlsformLimits.levels })
      }
      open.push({ node: isTooDeep ? { ...node, items: [] } : node, kind: parsed.kind, lock })
    }
  }
  for (const { node, kind } of open)
    problems.errors.push({ code: 'unclosed', ...node.row.place('type'), kind, name: node.name })
  return pages
}

function openNode(
  row: XlsformRow,
  kind: 'group' | 'repeat',
  context: SurveyContext,
): { readonly node: SurveyNode; readonly lock: Lock } {
  const found: FoundExpression[] = []
  const node: SurveyNode = {
    kind,
    name: row.text('name'),
    row,
    ...(row.has('iso_id') ? { ownId: row.text('iso_id') } : {}),
    draft: readGroup(row, kind, found, context.problems),
    items: [],
    id: '',
  }
  const lock = readLock(row, found, context.problems)
  context.expressions.set(node, found)
  return { node, lock }
}

/** The type of a row; `undefined` when the row is to be left out, which has then been said. */
function parseRow(
  row: XlsformRow,
  problems: Problems,
): Exclude<ParsedType, { readonly row: 'unknown' }> | undefined {
  const type = row.text('type')
  if (type === '') {
    if (row.isEmpty) return undefined
    if (row.has('name') || row.local('label'))
      problems.errors.push({ code: 'typeMissing', ...row.place('type') })
    else problems.warnings.push({ code: 'rowWithoutType', ...row.place('type') })
    return undefined
  }
  const parsed = parseType(type)
  if (parsed.row !== 'unknown') return parsed
  problems.errors.push({ code: 'unknownType', ...row.place('type'), type })
  return undefined
}
