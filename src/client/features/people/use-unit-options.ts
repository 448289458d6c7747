import { useMemo } from 'react'
import type { UnitKind } from '../../../domain/people/unit.ts'
import { useDirectory } from '../../context/use-directory.ts'
import type { Option } from '../../ui/option.ts'

/** Units to choose from, with the one above and, where it is not what stands today, since or until when. */
export function useUnitOptions(kinds?: readonly UnitKind[]): readonly Option[] {
  const directory = useDirectory()
  const key = kinds?.join(' ')
  return useMemo(() => {
    const { tree } = directory ?? {}
    return (tree?.units ?? [])
      .filter(({ kind }) => key === undefined || key.split(' ').includes(kind))
      .map(({ id, fullName, code, to }) => {
        const above = tree?.ancestors(id)[0]?.fullName
        const words = [fullName, above, code].filter(word => word !== undefined).join(' · ')
        return { value: id, label: to === null ? words : `${words} (→ ${to})` }
      })
  }, [directory, key])
}
