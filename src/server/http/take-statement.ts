import type { Directory } from '../../domain/people/directory.ts'
import { createScope } from '../../domain/people/scope.ts'
import type { Statement } from '../../sync/protocol/carried/statement.ts'
import type { Answer } from '../../sync/protocol/wire.ts'
import type { Services } from './environment.ts'

type Needs = Pick<Services, 'authority' | 'carriedFiles' | 'clock' | 'dayOf'>

/** Takes what a judged statement brings, with the scope that its author has now. One answer for each op, in order. */
export async function takeStatement(
  { authority, carriedFiles, clock, dayOf }: Needs,
  { author, ops, files }: Statement,
  { directory, courier }: { readonly directory: Directory; readonly courier: string | undefined },
): Promise<readonly Answer[]> {
  const scope = createScope(directory.assignmentsOf(author), directory.tree, dayOf(clock()))
  if (courier !== undefined && courier !== author)
    await carriedFiles.allow(files.map(({ sha256 }) => ({ sha256, author, courier })))
  return authority.take({ person: author, scope, directory }, ops)
}
