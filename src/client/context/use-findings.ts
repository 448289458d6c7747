import { useMemo } from 'react'
import { findingFields, findingType } from '../../domain/audits/finding-fields.ts'
import { isMine, listFindings, type FindingLine } from '../../domain/audits/list-findings.ts'
import { useApp } from './app-context.tsx'
import { toListed } from './use-audit.ts'
import { useScope } from './use-scope.ts'
import { useWatched } from './use-watched.ts'

/** Every issued finding on this tablet, those of most need first; undefined until read. */
export function useFindings(): readonly FindingLine[] | undefined {
  const app = useApp()
  const key = app.person.id
  const watch = (prefix: string) => app.watchFields(findingType, prefix)
  const requests = useWatched(() => watch(findingFields.request), `${key} finding requests`)
  const moves = useWatched(() => watch(findingFields.move('')), `${key} finding moves`)
  const effects = useWatched(() => watch(findingFields.part('effectiveness')), `${key} finding effects`)
  const dueDays = useWatched(() => watch(findingFields.part('dueOn')), `${key} finding due`)
  const owners = useWatched(() => watch(findingFields.part('owner')), `${key} finding owners`)
  const amendments = useWatched(() => watch(findingFields.amendment('')), `${key} finding amendments`)
  const agreements = useWatched(() => watch(findingFields.agreement('')), `${key} finding agreements`)
  const today = app.today()
  return useMemo(
    () =>
      requests && moves && effects && dueDays && owners && amendments && agreements
        ? listFindings({
            requests: toListed(requests),
            moves: toListed(moves),
            effects: toListed(effects),
            dueDays: toListed(dueDays),
            owners: toListed(owners),
            amended: [...toListed(amendments), ...toListed(agreements)],
            today,
          })
        : undefined,
    [requests, moves, effects, dueDays, owners, amendments, agreements, today],
  )
}

/** Whether this person has the next step of a finding. */
export function useIsMine(): (line: FindingLine) => boolean {
  const app = useApp()
  const scope = useScope()
  const person = app.person.id
  return useMemo(() => {
    const mayIn = onceByUnit(scope)
    return line => isMine(line, person, mayIn(line.unit))
  }, [scope, person])
}

type May = Parameters<typeof isMine>[2]

/** Asked once for each commune: a board has thousands of findings. */
function onceByUnit(scope: ReturnType<typeof useScope>): (unit: string) => May {
  const byUnit = new Map<string, May>()
  return unit => {
    const known = byUnit.get(unit)
    if (known) return known
    const may = (action: Parameters<NonNullable<typeof scope>['mayDo']>[0]): boolean =>
      scope?.mayDo(action, unit) === true
    const found = {
      act: may('finding.act'),
      approve: may('finding.approve'),
      accept: may('finding.accept'),
      verify: may('finding.verify'),
    }
    byUnit.set(unit, found)
    return found
  }
}
