import { programmeType, readProgramme, type Programme } from '../../../domain/qms/programme.ts'
import type { World } from './entity-set.ts'

/** The province's programmes; none for who does not read its reference feed. */
export async function listProgrammes({
  entries,
  referenceFeed,
  scope,
}: World): Promise<readonly Programme[]> {
  if (!scope.mayRead(referenceFeed)) return []
  const fields = await entries.readTypes(referenceFeed, [programmeType])
  return [...Map.groupBy(fields, ({ thing }) => thing)].map(([id, own]) => readProgramme(id, own))
}
