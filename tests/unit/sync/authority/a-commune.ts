import { compileForm } from '../../../../src/domain/forms/compile-form.ts'
import type { FormVersion } from '../../../../src/domain/forms/form-version.ts'
import type { Role } from '../../../../src/domain/people/role.ts'
import { createScope } from '../../../../src/domain/people/scope.ts'
import { createUnitTree } from '../../../../src/domain/people/unit-tree.ts'
import type { Unit, UnitKind } from '../../../../src/domain/people/unit.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { createAuthority, type AuthorityNeeds } from '../../../../src/sync/authority/authority.ts'
import type { EntryStore } from '../../../../src/sync/authority/entry-store.ts'
import { hlcOfMs } from '../../../../src/sync/protocol/hlc.ts'
import type { Entry, Op } from '../../../../src/sync/protocol/op.ts'
import type { Answer, Cursor, SyncRequest, SyncResponse } from '../../../../src/sync/protocol/wire.ts'
import { createMemoryEntryStore } from '../../../support/memory-entry-store.ts'
import { createMemorySeatStore } from '../../../support/memory-seat-store.ts'

const unit = (id: string, kind: UnitKind, parent: string | null): Unit => ({
  id,
  code: id,
  kind,
  name: id,
  fullName: id,
  parent,
  from: '2017-10-15',
  to: null,
})
export const tree = createUnitTree([
  unit('20@a', 'province', null),
  unit('180@a', 'district', '20@a'),
  unit('c1@a', 'commune', '180@a'),
  unit('c2@a', 'commune', '180@a'),
])
export const today = '2026-11-23'
export const noon = Date.UTC(2026, 10, 23, 5)
export const unitFeed = 'c1@a/unit'
export const survey = 'prog.survey.c1@a'

export const scopeOf = (role: Role, at: string) =>
  createScope([{ id: 'a', person: 'p', role, unit: at, from: '2020-01-01', to: null }], tree, today)

const text = { vi: 'x', en: 'x' }
const form: FormVersion = {
  schema: 'form/1',
  id: 'survey',
  version: '1',
  kind: 'survey',
  title: text,
  scoring: {
    method: 'weighted_mean',
    bands: [
      { id: 'weak', min: 0, max: 50, label: text },
      { id: 'good', min: 50, max: 100, label: text },
    ],
  },
  sections: [
    {
      id: 's1',
      title: text,
      items: [
        {
          id: 'q1',
          type: 'select_one',
          label: text,
          required: true,
          weight: 1,
          options: [
            { value: 'yes', label: text, score: 1 },
            { value: 'no', label: text, score: 0 },
          ],
        },
        { id: 'q2', type: 'text', label: text, required: false },
        { id: 'q3', type: 'text', label: text, required: false },
      ],
    },
  ],
}
const compiled = compileForm(form)
if (!compiled.ok) throw new Error('the form of the test does not compile')
const anonymous = compileForm({ ...form, id: 'citizens', anonymous: true })
if (!anonymous.ok) throw new Error('the anonymous form of the test does not compile')
const forms = [compiled.value, anonymous.value]
export const findForm = ({ id, version }: { id: string; version: string }) =>
  forms.find(one => one.form.id === id && one.form.version === version)

/** An authority with a clock that only the test moves, and tablets that talk to it. */
export function aCommune(
  store: EntryStore = createMemoryEntryStore(),
  given: Partial<Pick<AuthorityNeeds, 'findKey' | 'findForm' | 'steps' | 'seats' | 'dayOf'>> = {},
) {
  const clock = { ms: noon }
  let ids = 0
  const authority = createAuthority({
    store,
    seats: given.seats ?? createMemorySeatStore(),
    findForm: given.findForm ?? findForm,
    findKey: given.findKey ?? (() => undefined),
    refreshForms: async () => undefined,
    clock: { nowMs: () => clock.ms },
    dayOf: given.dayOf ?? (() => today),
    newId: () => `id${++ids}`,
    ...(given.steps && { steps: given.steps }),
  })

  /** `seq` starts where a restored copy of the tablet would start again. */
  function tablet(person: string, role: Role = 'communeOfficial', at = 'c1@a', device = `dev-${person}`) {
    let seq = 0
    const speaker = { person, scope: scopeOf(role, at), directory: { assignmentsOf: () => [], tree } }
    const op = (field: string, value: JsonValue, given: Partial<Op> = {}): Op => {
      seq += 1
      const own = { id: `${device}-${seq}`, device, seq, group: 'g', base: null, schema: 1 }
      return {
        ...own,
        feed: unitFeed,
        type: 'response',
        thing: survey,
        field,
        value,
        hlc: hlcOfMs(clock.ms) + seq,
        ...given,
      }
    }
    const sync = (ops: readonly Op[], given: Partial<SyncRequest> = {}): Promise<SyncResponse> =>
      authority.sync(speaker, { protocol: 1, person, device, ops, cursors: {}, room: 1_000_000, ...given })
    const push = async (...ops: Op[]): Promise<readonly Answer[]> => (await sync(ops)).answers
    return { op, sync, push, start: () => push(op('form', { id: 'survey', version: '1' })) }
  }

  const entries = async (feed = unitFeed): Promise<readonly Entry[]> =>
    (await store.readAfter(feed, 0, 100_000_000)).entries
  const valueOf = async (field: string, thing = survey): Promise<JsonValue | undefined> =>
    (await entries()).find(entry => entry.thing === thing && entry.field === field)?.value

  return { authority, store, clock, tablet, entries, valueOf }
}

/** The cursors after a response, for feeds that had pages. */
export const cursorsAfter = ({ pages }: SyncResponse): Record<string, Cursor> =>
  Object.fromEntries(pages.map(({ feed, epoch, cursor }) => [feed, [epoch, cursor] as const]))

export const results = (answers: readonly Answer[]): string[] =>
  answers.map(answer => (answer.result === 'held' ? `held: ${answer.reason}` : answer.result))
