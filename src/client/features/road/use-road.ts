import { useSearchParams } from 'react-router'
import { feedId } from '../../../domain/people/feed.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { hasRoadIn } from '../../../domain/qms/has-road-in.ts'
import type { Programme } from '../../../domain/qms/programme.ts'
import { ownProgramme } from '../../../domain/qms/read-programmes.ts'
import { roadThing, roadType } from '../../../domain/qms/road-fields.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import type { NewFile } from '../../../sync/replica/replica-store.ts'
import type { App } from '../../context/app.ts'
import { useApp } from '../../context/app-context.tsx'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useQms, type Qms } from '../../context/use-qms-facts.ts'
import { useScope } from '../../context/use-scope.ts'

export interface RoadChange {
  readonly field: string
  readonly value: JsonValue
}

export interface RoadView {
  readonly unit: Unit
  /** Communes this person may look at. */
  readonly units: readonly Unit[]
  readonly programme: Programme
  /** All that the commune has a road in, its own one first. */
  readonly programmes: readonly Programme[]
  /** The commune is in another programme now: this road is looked at only. */
  readonly isFormer: boolean
  /** Undefined until read. */
  readonly qms: Qms | undefined
  readonly mayWrite: boolean
  readonly mayPlan: boolean
  /** The forms of the commune. */
  readonly mayFill: boolean
  readonly choose: (unit: string, programme?: string) => void
  readonly save: (changes: readonly RoadChange[], files?: readonly NewFile[]) => ReturnType<App['save']>
}

/**
 * The road of the commune in the address, or of the first one, in its programme or in the one of the address; null when
 * there is none, undefined until read.
 */
export function useRoad(): RoadView | null | undefined {
  const app = useApp()
  const scope = useScope()
  const programmes = useProgrammes()
  const [query, setQuery] = useSearchParams()
  const wanted = query.get('unit')
  const wantedProgramme = query.get('programme')
  const programmeOf = (id: string): Programme | undefined => ownProgramme(programmes ?? [], id)
  const standing = scope?.communesWhere('qms.comment') ?? []
  const ended = scope?.communesEver('qms.comment').filter(one => !standing.includes(one)) ?? []
  const units = [...standing, ...ended].filter(({ id }) => programmeOf(id))
  const unit = units.find(({ id }) => id === wanted) ?? units[0]
  const own = unit && programmeOf(unit.id)
  const programme = programmes?.find(({ id }) => id === wantedProgramme) ?? own
  const qms = useQms(unit, programme)
  if (!scope || !programmes) return undefined
  if (!unit || !own || !programme) return null
  const thing = roadThing(programme.id, unit.id)
  const feed = feedId(unit.id, 'unit')
  const isFormer = programme !== own
  const hasRoad = (one: Programme): boolean => hasRoadIn(one, unit.id, qms?.rows ?? [])
  return {
    unit,
    units,
    programme,
    programmes: [own, ...programmes.filter(one => one !== own && (one === programme || hasRoad(one)))],
    isFormer,
    qms,
    mayWrite: !isFormer && scope.mayDo('qms.write', unit.id),
    mayPlan: !isFormer && scope.mayDo('qms.plan', unit.id),
    mayFill: !isFormer && scope.mayDo('response.fill', unit.id),
    choose: (id, other) =>
      setQuery({
        unit: id,
        ...(other !== undefined && other !== programmeOf(id)?.id && { programme: other }),
      }),
    save: (changes, files) =>
      app.save(
        changes.map(change => ({ feed, type: roadType, thing, ...change })),
        files,
      ),
  }
}
