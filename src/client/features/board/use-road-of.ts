import { useShownProgramme } from '../../context/use-shown-programme.ts'

/** Where a commune's road is looked at: in a programme that is over, which may not be the commune's own any more, there. */
export function useRoadOf(): (unit: string) => string {
  const programme = useShownProgramme()?.programme
  const more = programme?.endedOn === undefined ? '' : `&programme=${programme.id}`
  return unit => `/road?unit=${encodeURIComponent(unit)}${more}`
}
