import { setImmediate as otherWork } from 'node:timers/promises'
import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { feedId } from '../../domain/people/feed.ts'
import type { Unit } from '../../domain/people/unit.ts'
import type { ExportedResponse } from '../../domain/reports/exported-response.ts'
import { responseFields, responseType } from '../../domain/responses/response-fields.ts'
import type { ResponseState } from '../../domain/responses/response-state.ts'
import { readResponse } from '../../domain/responses/response.ts'
import type { EntryStore } from '../../sync/authority/entry-store.ts'
import type { Entry } from '../../sync/protocol/op.ts'
import { msOfHlc } from '../../sync/protocol/hlc.ts'

interface Given {
  readonly entries: Pick<EntryStore, 'readThings'>
  readonly directory: Directory
  readonly communes: readonly Unit[]
  /** The versions of the form that is exported. */
  readonly forms: readonly [CompiledForm, ...CompiledForm[]]
  /** Empty: all. */
  readonly states: readonly ResponseState[]
}

/** Few enough that other requests wait some milliseconds only. */
const responsesAtOnce = 10

/** The responses to a form, commune by commune in the order of the tree; a handful of them is in memory. */
export async function* readExported(given: Given): AsyncGenerator<readonly ExportedResponse[]> {
  const { entries, directory, communes } = given
  for (const unit of communes) {
    const district = directory.tree.ancestors(unit.id).find(({ kind }) => kind === 'district')
    let after = ''
    for (;;) {
      const page = { type: responseType, after, most: responsesAtOnce }
      const found = await entries.readThings(feedId(unit.id, 'unit'), page)
      const last = found.at(-1)
      if (!last) break
      after = last.thing
      const responses = [...Map.groupBy(found, ({ thing }) => thing)].flatMap(([id, fields]) => {
        const made = fold(id, fields, given)
        return made ? [{ ...made, unit, district }] : []
      })
      if (responses.length > 0) yield responses
      await otherWork()
    }
  }
}

function fold(
  id: string,
  fields: readonly Entry[],
  { forms, states }: Given,
): Omit<ExportedResponse, 'unit' | 'district'> | undefined {
  const response = readResponse(
    fields.map(({ field, value, author, at, seq }) => ({ field, value, author, at, order: seq })),
  )
  const { form: name, state } = response
  if (name?.id !== forms[0].form.id || (states.length > 0 && !states.includes(state))) return undefined
  const begun = fields.find(({ field }) => field === responseFields.form)
  return {
    id,
    response,
    form: forms.find(({ form }) => form.version === name.version),
    startedAt: begun ? msOfHlc(begun.hlc) : null,
  }
}
