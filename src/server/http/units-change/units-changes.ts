import { planUndo, type UndoObstacle } from '../../../domain/people/plan-undo.ts'
import { planUnitsChange, type UnitsPlan } from '../../../domain/people/plan-units-change.ts'
import type { UnitsProblem } from '../../../domain/people/resolve-units-change.ts'
import type { UnitsChange } from '../../../domain/people/units-change.ts'
import {
  listAppliedChanges,
  unitsChangeThing,
  unitsChangeType,
  type AppliedUnitsChange,
} from '../../../domain/qms/applied-units-change.ts'
import { programmeType, type Programme } from '../../../domain/qms/programme.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { SystemChange } from '../../../sync/authority/system-op.ts'
import type { Services } from '../environment.ts'
import { countWork, type UnitWork } from './count-work.ts'
import { readReference } from './read-reference.ts'
import { readUndoing } from './read-undoing.ts'

export interface UnitsPreview {
  /** Names the state of things that was looked at; `apply` does this and nothing else. */
  readonly head: number
  readonly plan: UnitsPlan
  /** By id of the commune that ends; those without any work are left out. */
  readonly work: Readonly<Record<string, UnitWork>>
}

export interface UnitsWish {
  readonly change: UnitsChange
  /** See `planUnitsChange`. */
  readonly choices: Readonly<Record<string, string>>
}

/** Somebody has changed units, people or programme since it was looked at. */
interface MovedOn {
  readonly type: 'movedOn'
}

export interface UnitsChanges {
  list: () => Promise<readonly AppliedUnitsChange[]>
  preview: (wish: UnitsWish) => Promise<Result<UnitsPreview, readonly UnitsProblem[]>>
  /** Writes the whole plan in one commit, or nothing; resolves to the id of the change. */
  apply: (
    wish: UnitsWish & { readonly head: number; readonly person: string },
  ) => Promise<
    Result<string, MovedOn | { readonly type: 'problems'; readonly problems: readonly UnitsProblem[] }>
  >
  /** Sets everything as it was before, in one commit, unless something that came later leans on it. */
  undo: (wish: {
    readonly id: string
    readonly person: string
  }) => Promise<
    Result<
      AppliedUnitsChange,
      | MovedOn
      | { readonly type: 'unknownChange' }
      | { readonly type: 'obstacles'; readonly obstacles: readonly UndoObstacle[] }
    >
  >
}

/** Reforms of units: looked at, carried out and undone, all in the reference feed. */
export function createUnitsChanges({
  entries,
  authority,
  referenceFeed: feed,
}: Pick<Services, 'entries' | 'authority' | 'referenceFeed'>): UnitsChanges {
  const appliedOf = (found: Awaited<ReturnType<typeof readReference>>) =>
    listAppliedChanges(found.entries.filter(({ type }) => type === unitsChangeType))

  return {
    async list() {
      return appliedOf(await readReference(entries, feed))
    },
    async preview({ change, choices }) {
      const { head, directory } = await readReference(entries, feed)
      const plan = planUnitsChange(change, directory, choices)
      if (!plan.ok) return plan
      const communes = plan.value.ended.filter(({ kind }) => kind === 'commune')
      const work = await countWork(
        entries,
        communes.map(({ id }) => id),
      )
      return ok({ head, plan: plan.value, work })
    },
    async apply({ change, choices, head, person }) {
      const found = await readReference(entries, feed)
      if (found.head !== head) return err({ type: 'movedOn' })
      const plan = planUnitsChange(change, found.directory, choices)
      if (!plan.ok) return err({ type: 'problems', problems: plan.error })
      const { on, ended, begun, fields } = plan.value
      const id = unitsChangeThing(on, appliedOf(found).length + 1)
      const communes = ended.filter(({ kind }) => kind === 'commune').length
      const applied = { on, communes, units: begun.length }
      const isWritten = await authority.writeAt(
        feed,
        [
          ...fields,
          ...programmeFields(plan.value, found.programmes),
          { type: unitsChangeType, thing: id, field: 'applied', value: applied },
        ],
        { head, author: person },
      )
      return isWritten ? ok(id) : err({ type: 'movedOn' })
    },
    async undo({ id, person }) {
      const found = await readReference(entries, feed)
      const change = appliedOf(found).find(one => one.id === id && !one.isUndone)
      const applied = found.entries.find(({ thing, field }) => thing === id && field === 'applied')
      if (!change || !applied) return err({ type: 'unknownChange' })
      const plan = planUndo(await readUndoing(entries, found, applied))
      if (!plan.ok) return err({ type: 'obstacles', obstacles: plan.error })
      const isWritten = await authority.writeAt(
        feed,
        [...plan.value, { type: unitsChangeType, thing: id, field: 'undone', value: true }],
        { head: found.head, author: person },
      )
      return isWritten ? ok(change) : err({ type: 'movedOn' })
    },
  }
}

/** The successor of a commune that takes part takes part; the commune stays in the list, as history. */
const programmeFields = ({ ended }: UnitsPlan, programmes: readonly Programme[]): readonly SystemChange[] =>
  programmes.flatMap(({ id, communes }) => {
    const successors = ended.flatMap(unit => (communes.has(unit.id) ? (unit.successor ?? []) : []))
    return [...new Set(successors)].map(unit => ({
      type: programmeType,
      thing: id,
      field: `communes/${unit}`,
      value: true,
    }))
  })
