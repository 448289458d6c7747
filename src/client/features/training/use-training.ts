import { useSearchParams } from 'react-router'
import type { Unit } from '../../../domain/people/unit.ts'
import type { Programme } from '../../../domain/qms/programme.ts'
import { ownProgramme } from '../../../domain/qms/read-programmes.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useQms, type Qms } from '../../context/use-qms-facts.ts'
import { useScope } from '../../context/use-scope.ts'

/** The training of one commune: sessions, the people in scope, what they were asked. */
export interface TrainingView {
  readonly unit: Unit
  /** Communes this person may look at. */
  readonly units: readonly Unit[]
  readonly programme: Programme
  /** Undefined until read. */
  readonly qms: Qms | undefined
  readonly mayWrite: boolean
  readonly choose: (unit: string) => void
}

/**
 * Of the commune given, or else of the one in the address, or of the first one; null when there is none, undefined until
 * read.
 */
export function useTraining(given?: string): TrainingView | null | undefined {
  const scope = useScope()
  const programmes = useProgrammes()
  const [query, setQuery] = useSearchParams()
  const wanted = given ?? query.get('unit')
  const programmeOf = ({ id }: Unit): Programme | undefined => ownProgramme(programmes ?? [], id)
  const units = scope?.communesWhere('qms.comment').filter(unit => programmeOf(unit)) ?? []
  const unit = units.find(({ id }) => id === wanted) ?? (given === undefined ? units[0] : undefined)
  const programme = unit && programmeOf(unit)
  const qms = useQms(unit, programme)
  if (!scope || !programmes) return undefined
  if (!unit || !programme) return null
  return {
    unit,
    units,
    programme,
    qms,
    mayWrite: scope.mayDo('qms.write', unit.id),
    choose: id => setQuery({ unit: id }),
  }
}

export const atUnit = ({ id }: Pick<Unit, 'id'>): string => `?unit=${encodeURIComponent(id)}`
