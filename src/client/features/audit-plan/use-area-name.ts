import { getArea } from '../../../domain/audits/area.ts'
import { useLocalText } from '../../i18n/local-text.ts'

/** The name of an area in the language shown; its id where this build does not know it. */
export function useAreaName(): (area: string) => string {
  const text = useLocalText()
  return area => {
    const known = getArea(area)
    return known ? text(known.label) : area
  }
}
