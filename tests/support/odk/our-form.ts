import { answerToScalar } from '../../../src/domain/forms/answer-to-scalar.ts'
import type { CompiledForm } from '../../../src/domain/forms/compile-form.ts'
import { toText } from '../../../src/domain/forms/expressions/coerce.ts'
import type { FormPlace } from '../../../src/domain/forms/form-place.ts'
import { createFormSession } from '../../../src/domain/forms/form-session.ts'
import type { AnswerValue } from '../../../src/domain/forms/form-version.ts'
import { firstRows, firstRowsIn } from '../../../src/domain/forms/initial-answers.ts'
import { keyInRow, type RepeatRow } from '../../../src/domain/forms/row.ts'
import type { Standing } from './odk-form.ts'

/** A place in a form being filled: of a repeat the row around it. */
export interface Spot {
  readonly path: string
  readonly key: string
  readonly place: FormPlace
  readonly row: string
}

/** A form filled by our engine, told and changed by the paths that XForms uses. */
export interface OurForm {
  readonly questions: () => readonly Spot[]
  readonly repeats: () => readonly Spot[]
  readonly answer: (spot: Spot, value: AnswerValue | null) => void
  readonly addRow: (repeat: Spot) => void
  readonly removeRow: (repeat: Spot, at: number) => void
  readonly isShown: (spot: Spot) => boolean
  /** Values of the options that can be chosen now. */
  readonly offered: (question: Spot) => readonly string[]
  readonly countRows: (repeat: Spot) => number
  readonly read: () => ReadonlyMap<string, Standing>
}

export function openOurForm(compiled: CompiledForm): OurForm {
  let rows: Readonly<Record<string, readonly RepeatRow[]>> = firstRows(compiled)
  const start = { answers: {}, files: {}, confirmed: {}, rows, isNew: true }
  const session = createFormSession(compiled, start, { today: () => '2017-10-16' })
  let nextRow = 1

  function list(): { readonly questions: readonly Spot[]; readonly repeats: readonly Spot[] } {
    const questions: Spot[] = []
    const repeats: Spot[] = []
    const tell = (place: FormPlace, row: string, around: string): void => {
      const path = `${around}/${place.name}`
      const spot = { path, key: keyInRow(place.id, row), place, row }
      if (place.question) questions.push(spot)
      else if (!place.isRepeat) for (const child of place.children) tell(child, row, path)
      else {
        repeats.push(spot)
        for (const [at, id] of session.rows(place.id, row).entries())
          for (const child of place.children) tell(child, id, `${path}[${at + 1}]`)
      }
    }
    for (const place of compiled.places.root.children) tell(place, '', '/data')
    return { questions, repeats }
  }

  function setRows(repeatId: string, next: readonly RepeatRow[]): void {
    rows = { ...rows, [repeatId]: next }
    session.setRows(repeatId, next)
  }

  /** ODK begins anew where a count took rows away and gives them back; ours brings back what was in them. */
  function forgettingLostRows(change: () => void): void {
    const before = list().questions.map(({ key }) => key)
    change()
    for (const key of before) if (!session.has(key)) session.setAnswer(key, null)
  }

  return {
    questions: () => list().questions,
    repeats: () => list().repeats,
    answer: ({ key }, value) => forgettingLostRows(() => session.setAnswer(key, value)),
    addRow: ({ place, row }) =>
      forgettingLostRows(() => {
        const id = `n${nextRow++}`
        setRows(place.id, [...(rows[place.id] ?? []), { id, parent: row === '' ? null : row }])
        for (const inner of compiled.places.byId.values())
          if (inner.isRepeat && inner.repeats.at(-1) === place && !('count' in (inner.item ?? {}))) {
            const first = firstRowsIn(inner, { [place.id]: [{ id, parent: null }] })
            setRows(inner.id, [...(rows[inner.id] ?? []), ...first])
          }
      }),
    removeRow: ({ place, row }, at) =>
      forgettingLostRows(() => {
        const gone = session.rows(place.id, row)[at]
        const left = (rows[place.id] ?? []).filter(({ id }) => id !== gone)
        const isFirst = gone?.endsWith(`.${place.id}.1`)
        setRows(place.id, gone && isFirst ? [...left, { id: gone, parent: row, isGone: true }] : left)
      }),
    isShown: ({ key, place }) => (place.isRepeat ? session.isShown(key) : session.question(key).relevant),
    offered: ({ key }) => session.options(key).map(({ value }) => value),
    countRows: ({ place, row }) => session.rows(place.id, row).length,
    read: () =>
      new Map(
        list().questions.map(({ path, key }) => {
          const { relevant, required, value, verdict } = session.question(key)
          const violation = verdict === 'missing' ? 'required' : verdict === 'invalid' ? 'constraint' : null
          const text = toText(answerToScalar(value ?? undefined))
          return [path, { relevant, required, value: text, violation }] as const
        }),
      ),
  }
}
