import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import mandatoryJson from '../../../content/qms/mandatory-documents.json' with { type: 'json' }
import type { LocalText } from '../../../domain/forms/form-version.ts'
import { documentThing, documentType } from '../../../domain/qms/document-fields.ts'
import { readDocument, type Document } from '../../../domain/qms/document.ts'
import { feedId } from '../../../domain/people/feed.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { useApp } from '../../context/app-context.tsx'
import { toStored } from '../../context/use-audit.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'

export interface MandatoryDocument {
  readonly id: string
  readonly kind: string
  readonly clause: string
  readonly title: LocalText
  readonly thing: string
  /** Undefined while nobody has begun it. */
  readonly document: Document | undefined
}

export interface Register {
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly feed: string
  readonly mandatory: readonly MandatoryDocument[]
  /** Everything the commune has, by thing. */
  readonly all: ReadonlyMap<string, Document>
  /** What the commune has besides, by thing. */
  readonly others: ReadonlyMap<string, Document>
  readonly mayWrite: boolean
  readonly choose: (unit: string) => void
}

/** The documents of the commune in the address, or of the first one; null when there is none, undefined until read. */
export function useRegister(): Register | null | undefined {
  const app = useApp()
  const scope = useScope()
  const [query, setQuery] = useSearchParams()
  const wanted = query.get('unit')
  const standing = scope?.communesWhere('qms.comment') ?? []
  const ended = scope?.communesEver('qms.comment').filter(one => !standing.includes(one)) ?? []
  const rows = useWatched(() => app.watchFields(documentType, ''), `${app.person.id} documents`)
  const all = useMemo(
    () =>
      rows &&
      [...Map.groupBy(rows, row => row.thing)].map(
        ([thing, own]) => [thing, own[0]?.feed, readDocument(toStored(own))] as const,
      ),
    [rows],
  )
  if (!scope || !all) return undefined
  // The papers of a unit that has ended stay to be read and gone on with; none is begun there.
  const filled = new Set(all.map(([, of]) => of))
  const units = [...standing, ...ended.filter(({ id }) => filled.has(feedId(id, 'unit')))]
  const unit = units.find(({ id }) => id === wanted) ?? units[0]
  const feed = unit ? feedId(unit.id, 'unit') : ''
  if (!unit) return null
  const documents = new Map(
    all.flatMap(([thing, of, document]) => (of === feed ? [[thing, document] as const] : [])),
  )
  const mandatory = mandatoryJson.map(one => {
    const thing = documentThing(one.id, unit.id)
    return { ...one, thing, document: documents.get(thing) }
  })
  const own = new Set(mandatory.map(({ thing }) => thing))
  return {
    unit,
    units,
    feed,
    all: documents,
    mandatory,
    others: new Map([...documents].filter(([thing]) => !own.has(thing))),
    mayWrite: scope.mayDo('qms.write', unit.id),
    choose: id => setQuery({ unit: id }),
  }
}
