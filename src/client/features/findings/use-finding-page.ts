import { parseFindingThing } from '../../../domain/audits/audit-number.ts'
import { findingFields, findingType, type ActionPart } from '../../../domain/audits/finding-fields.ts'
import { roundOfPart } from '../../../domain/audits/finding-rounds.ts'
import type { Finding } from '../../../domain/audits/finding.ts'
import { mayWritePart, type FindingGiven } from '../../../domain/audits/refuse-finding-change.ts'
import { feedId } from '../../../domain/people/feed.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import type { NewFile } from '../../../sync/replica/replica-store.ts'
import type { Row } from '../../../sync/replica/row.ts'
import type { App, DroppedPhoto } from '../../context/app.ts'
import { useApp } from '../../context/app-context.tsx'
import { useFinding } from '../../context/use-audit.ts'
import { useScope } from '../../context/use-scope.ts'

export interface FindingPage {
  readonly thing: string
  readonly unit: string
  readonly name: NonNullable<ReturnType<typeof parseFindingThing>>
  readonly finding: Finding
  readonly rows: readonly Row[]
  /** What the rules are asked with. */
  readonly given: FindingGiven
  readonly mayWrite: (part: ActionPart) => boolean
  readonly save: (
    changes: readonly { readonly field: string; readonly value: JsonValue }[],
    files?: readonly NewFile[],
    drop?: DroppedPhoto,
  ) => ReturnType<App['save']>
  /** Into the round that each part is in. */
  readonly saveParts: (
    parts: readonly (readonly [part: ActionPart, value: string | null])[],
  ) => ReturnType<App['save']>
  readonly savePart: (part: ActionPart, value: string | null) => ReturnType<App['save']>
}

/** One issued finding with what this person may do; null when it is not on this tablet, undefined until read. */
export function useFindingPage(thing: string): FindingPage | null | undefined {
  const app = useApp()
  const scope = useScope()
  const found = useFinding(thing)
  const name = parseFindingThing(thing)
  if (!found || !scope) return undefined
  if (!name || !found.finding.request) return null
  const { finding, rows } = found
  const given: FindingGiven = {
    finding,
    person: app.person.id,
    mayDo: action => scope.mayDo(action, name.unit),
  }
  const save: FindingPage['save'] = (changes, files, drop) =>
    app.save(
      changes.map(change => ({ feed: feedId(name.unit, 'unit'), type: findingType, thing, ...change })),
      files,
      drop,
    )
  const saveParts: FindingPage['saveParts'] = parts =>
    save(
      parts.map(([part, value]) => ({
        field: findingFields.part(part, roundOfPart(part, finding.rounds)),
        value,
      })),
    )
  return {
    thing,
    unit: name.unit,
    name,
    finding,
    rows,
    given,
    mayWrite: part => mayWritePart(part, given),
    save,
    saveParts,
    savePart: (part, value) => saveParts([[part, value]]),
  }
}
