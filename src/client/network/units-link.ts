import * as z from 'zod/mini'
import type { MovedRole } from '../../domain/people/move-assignments.ts'
import type { UnitsNote } from '../../domain/people/note-conflicts.ts'
import type { UndoObstacle } from '../../domain/people/plan-undo.ts'
import type { UnitsProblem } from '../../domain/people/resolve-units-change.ts'
import type { Unit } from '../../domain/people/unit.ts'
import type { UnitsChange } from '../../domain/people/units-change.ts'
import type { AppliedUnitsChange } from '../../domain/qms/applied-units-change.ts'
import type { LinkProblem } from '../../sync/replica/server-link.ts'
import type { Ask, Question } from './ask-server.ts'
import { judgeTrouble } from './judge-trouble.ts'
import { readJson } from './read-json.ts'

/** Things of a commune that ends, and how many of them are open. */
export interface UnitWork {
  readonly things: number
  readonly responses: number
  readonly findings: number
  readonly documents: number
  readonly audits: number
}

export interface UnitsPreview {
  readonly type: 'preview'
  readonly head: number
  readonly on: string
  readonly ended: readonly Unit[]
  readonly begun: readonly Unit[]
  readonly moved: readonly MovedRole[]
  readonly notes: readonly UnitsNote[]
  readonly work: Readonly<Record<string, UnitWork>>
}

export interface UnitsWish {
  readonly change: UnitsChange | 'langson2025'
  readonly choices: Readonly<Record<string, string>>
}

interface Problems {
  readonly type: 'problems'
  readonly problems: readonly UnitsProblem[]
}
interface MovedOn {
  readonly type: 'movedOn'
}

export interface UnitsLink {
  list: () => Promise<
    { readonly type: 'listed'; readonly changes: readonly AppliedUnitsChange[] } | LinkProblem
  >
  preview: (wish: UnitsWish) => Promise<UnitsPreview | Problems | LinkProblem>
  apply: (
    wish: UnitsWish & { readonly head: number },
  ) => Promise<{ readonly type: 'applied' } | Problems | MovedOn | LinkProblem>
  undo: (
    id: string,
  ) => Promise<
    | { readonly type: 'undone' | 'unknownChange' }
    | { readonly type: 'obstacles'; readonly obstacles: readonly UndoObstacle[] }
    | MovedOn
    | LinkProblem
  >
}

/** Reforms of units at the server: `/api/units-changes`. What it answers is as its own types say. */
export function createUnitsLink(ask: Ask): UnitsLink {
  async function hear<T>(question: Question, schema: z.ZodMiniType): Promise<T | LinkProblem> {
    const heard = await ask(question)
    if (heard.type !== 'heard') return heard
    const trouble = await judgeTrouble(heard.response)
    if (trouble) return trouble
    const body = await readJson(heard.response)
    if (body.type === 'cut') return { type: 'unreachable' }
    return body.type === 'json' && schema.safeParse(body.json).success
      ? (body.json as T)
      : { type: 'notOurServer' }
  }
  const typed = z.object({ type: z.string() })
  const post = <T>(path: string, json: object): Promise<T | LinkProblem> => {
    const headers = { 'content-type': 'application/json' }
    return hear(
      { method: 'POST', path: `/api/units-changes/${path}`, headers, body: JSON.stringify(json) },
      typed,
    )
  }
  return {
    async list() {
      const heard = await hear<{ changes: readonly AppliedUnitsChange[] }>(
        { method: 'GET', path: '/api/units-changes' },
        z.object({ changes: z.array(z.object({ id: z.string(), on: z.string() })) }),
      )
      return 'changes' in heard ? { type: 'listed', changes: heard.changes } : heard
    },
    preview: wish => post('preview', wish),
    apply: wish => post('apply', wish),
    undo: id => post('undo', { id }),
  }
}
