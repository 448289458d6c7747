import type { EntitySet } from './entity-set.ts'
import { answers } from './sets/answers.ts'
import { attendances } from './sets/attendances.ts'
import { audits } from './sets/audits.ts'
import { communes } from './sets/communes.ts'
import { decisions } from './sets/decisions.ts'
import { declarations } from './sets/declarations.ts'
import { documents } from './sets/documents.ts'
import { findings } from './sets/findings.ts'
import { gates } from './sets/gates.ts'
import { moves } from './sets/moves.ts'
import { programmes } from './sets/programmes.ts'
import { responses } from './sets/responses.ts'
import { steps } from './sets/steps.ts'
import { trainings } from './sets/trainings.ts'
import { units } from './sets/units.ts'

/** What the feed has. Persons are not among it: names and roles are for the app, not for copies on office computers. */
export const entitySets: readonly EntitySet[] = [
  units,
  programmes,
  communes,
  responses,
  answers,
  audits,
  findings,
  moves,
  steps,
  trainings,
  attendances,
  documents,
  decisions,
  declarations,
  gates,
]
