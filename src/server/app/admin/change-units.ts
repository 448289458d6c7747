import { readFile } from 'node:fs/promises'
import type { UndoObstacle } from '../../../domain/people/plan-undo.ts'
import { readUnitsChange, type UnitsChange } from '../../../domain/people/units-change.ts'
import { readUnitsWorkbook, type UnitsWorkbookProblem } from '../../../domain/people/read-units-workbook.ts'
import type { UnitsProblem } from '../../../domain/people/resolve-units-change.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import { readWorkbook } from '../../../lib/workbook/read-workbook.ts'
import { parseJson } from '../../http/parse-json.ts'
import { builtInChange } from '../../http/units-change/built-in-change.ts'
import { createUnitsChanges, type UnitsChanges } from '../../http/units-change/units-changes.ts'
import { explainError } from '../explain-error.ts'
import type { Command, Outcome } from './command.ts'

/** In the log as who did it: nobody has signed in. */
const operator = 'operator'
const mostListed = 40

export const changeUnits: Command = {
  summary:
    'Merges, splits and founds units from a day on. Without --file it is the reorganisation of Lạng Sơn on 1 July 2025. ' +
    'Previews unless --apply is given; --undo takes the latest one back.',
  needs: {},
  may: {
    file: 'a change as JSON or XLSX',
    choose: 'who keeps the records where that is open: 06130=06118,06145=06118',
  },
  flags: { preview: 'only says what it would do', apply: 'does it', undo: 'takes the latest change back' },
  async run(services, { options }) {
    const changes = createUnitsChanges(services)
    const asked = ['preview', 'apply', 'undo'].filter(flag => options[flag] !== undefined)
    if (asked.length > 1) return err('Give one of --preview, --apply and --undo.')
    if (asked[0] === 'undo') return undoLatest(changes)
    const change = options['file'] === undefined ? ok(builtInChange()) : await readFrom(options['file'])
    if (!change.ok) return change
    const wish = { change: change.value, choices: readChoices(options['choose'] ?? '') }
    const preview = await changes.preview(wish)
    if (!preview.ok) return err(['This change cannot be:', ...cut(preview.error.map(sayProblem))].join('\n'))
    const { head, plan, work } = preview.value
    const communes = plan.ended.filter(({ kind }) => kind === 'commune').length
    const things = Object.values(work)
    const open = things.reduce(
      (sum, one) => sum + one.responses + one.findings + one.documents + one.audits,
      0,
    )
    const lines = [
      `From ${plan.on}: ${communes} communes and ${plan.ended.length - communes} districts end, ${plan.begun.length} units begin.`,
      `${plan.moved.length} roles of ${new Set(plan.moved.map(({ person }) => person)).size} people go on in a successor.`,
      `${things.reduce((sum, one) => sum + one.things, 0)} things stay where they are, ${open} of them open.`,
      ...cut(plan.notes.map(note => `Note: ${note.type} in ${note.unit}`)),
    ]
    if (asked[0] !== 'apply') return ok([...lines, 'Nothing was changed. Do it with --apply.'])
    const applied = await changes.apply({ ...wish, head, person: operator })
    return applied.ok
      ? ok([...lines, `Done: ${applied.value}. Take it back with --undo.`])
      : err('Somebody has changed units or people in the meantime. Nothing was changed; try again.')
  },
}

async function undoLatest(changes: UnitsChanges): Promise<Outcome> {
  const latest = (await changes.list()).findLast(({ isUndone }) => !isUndone)
  if (!latest) return err('There is no change of units to take back.')
  const undone = await changes.undo({ id: latest.id, person: operator })
  if (undone.ok) return ok([`${latest.id} is taken back; everything is as it was before.`])
  switch (undone.error.type) {
    case 'obstacles':
      return err(
        [
          'Nothing was changed. These came later and lean on it:',
          ...cut(undone.error.obstacles.map(sayObstacle)),
        ].join('\n'),
      )
    case 'movedOn':
    case 'unknownChange':
      return err('Somebody has changed units or people in the meantime. Nothing was changed; try again.')
  }
}

async function readFrom(path: string): Promise<Result<UnitsChange, string>> {
  const bytes = await readFile(path).catch((error: unknown) => `${path}: ${explainError(error)}`)
  if (typeof bytes === 'string') return err(bytes)
  if (!path.toLowerCase().endsWith('.xlsx')) {
    const change = readUnitsChange(parseJson(bytes) as JsonValue | undefined)
    return change ? ok(change) : err(`${path} is no change of units: on, units [], moves [{from, to []}].`)
  }
  const book = readWorkbook(bytes)
  if (!book.ok) return err(`${path}: this is no Excel workbook that can be read (${book.error.type}).`)
  const change = readUnitsWorkbook(book.value)
  return change.ok ? change : err(`${path}: ${sayWorkbook(change.error)}`)
}

function sayWorkbook(problem: UnitsWorkbookProblem): string {
  switch (problem.type) {
    case 'missingSheet':
      return `the sheet "${problem.sheet}" is missing.`
    case 'missingColumn':
      return `the sheet "${problem.sheet}" has no column "${problem.column}".`
    case 'badDay':
      return `"${problem.text}" is no day; write it as 2025-07-01.`
    case 'badKind':
      return `there is no kind "${problem.text}"; write commune or district.`
    case 'twoKeepers':
      return `several rows of ${problem.code} say that they keep its records; mark one.`
    case 'badTable':
      return 'its sheets are no change of units.'
  }
}

const readChoices = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split(/[\s,;]+/u)
      .filter(Boolean)
      .map(pair => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
  )

function cut(lines: readonly string[]): readonly string[] {
  const more = lines.length - mostListed
  return [
    ...lines.slice(0, mostListed).map(line => `  ${line}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ]
}

function sayProblem(problem: UnitsProblem): string {
  switch (problem.type) {
    case 'badDay':
      return `"${problem.text}" is no day; write it as 2025-07-01.`
    case 'nothingMoves':
      return 'It names no commune that ends.'
    case 'badUnit':
      return `${problem.code}: code or name of the new unit cannot be.`
    case 'unitTwice':
      return `${problem.code} is founded twice.`
    case 'codeInUse':
      return `${problem.code}: a unit with this code stands on that day and does not end.`
    case 'unknownParent':
      return `${problem.code}: there is no unit ${problem.parent} above it on that day.`
    case 'unitCycle':
      return `${problem.codes.join(' → ')}: these units lie below each other in a ring.`
    case 'unknownUnit':
      return `${problem.code}: no such commune stands the day before.`
    case 'namedTwice':
      return `${problem.code} is named twice; name all its successors in one place.`
    case 'beforePredecessor':
      return `${problem.code} ${problem.name} begins on ${problem.day} only: the change has to come later.`
    case 'endsAlready':
      return `${problem.code} ${problem.name} ends on ${problem.day} already, by another change.`
    case 'unknownTarget':
      return `${problem.name}: there is no commune ${problem.code} for it to go to.`
    case 'targetEnds':
      return `${problem.name}: ${problem.code} ends on the same day, so it cannot go on with its work.`
    case 'noSuccessor':
      return `${problem.code} ${problem.name}: its successor is not known; --choose ${problem.code}=${problem.options[0]?.code ?? '…'}`
    case 'noKeeper':
      return `${problem.code} ${problem.name} is split: who keeps its records? --choose ${problem.code}=${problem.options.map(one => one.code).join(' or ')}`
    case 'uncovered':
      return `${problem.code} ${problem.name}: its district ends, and the change does not say what becomes of it.`
  }
}

function sayObstacle(obstacle: UndoObstacle): string {
  switch (obstacle.type) {
    case 'changedSince':
      return `${obstacle.kind} ${obstacle.thing}: ${obstacle.field} was changed since.`
    case 'unitUsed':
      return `${obstacle.unit} has work of its own: ${Object.entries(obstacle.things)
        .map(([type, count]) => `${count} ${type}`)
        .join(', ')}.`
    case 'assignedSince':
      return `${obstacle.person} was given a role in ${obstacle.unit}.`
    case 'foundedBelow':
      return `${obstacle.unit} was put below or behind one of its units.`
    case 'joinedSince':
      return `${obstacle.unit} was taken into the programme ${obstacle.programme}.`
  }
}
