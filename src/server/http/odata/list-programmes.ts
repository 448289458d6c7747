import { programmeType, type Programme } from '../../../domain/qms/programme.ts'
import { readProgrammes } from '../../../domain/qms/read-programmes.ts'
import type { World } from './entity-set.ts'

/** The province's programmes; none for who does not read its reference feed. */
export async function listProgrammes({
  entries,
  referenceFeed,
  scope,
}: World): Promise<readonly Programme[]> {
  if (!scope.mayRead(referenceFeed)) return []
  return readProgrammes(await entries.readTypes(referenceFeed, [programmeType]))
}
