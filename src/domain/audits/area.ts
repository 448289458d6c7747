import areasJson from '../../content/audits/areas.json' with { type: 'json' }
import type { LocalText } from '../forms/form-version.ts'

/** A part of a commune's People's Committee that is audited by itself: one-stop shop, land, office … */
export interface Area {
  readonly id: string
  readonly label: LocalText
  /** Whom checklists ask there, in their words (`parameters.interviewee`). */
  readonly interviewees: readonly string[]
}

export const areas: readonly Area[] = areasJson

const areasById = new Map(areas.map(area => [area.id, area]))

export const getArea = (id: string): Area | undefined => areasById.get(id)

/** Of two areas the one that is audited first, as the list of areas has them. */
export const byArea = (a: string, b: string): number =>
  areas.findIndex(({ id }) => id === a) - areas.findIndex(({ id }) => id === b)

export const isArea = (value: unknown): value is string => typeof value === 'string' && areasById.has(value)
