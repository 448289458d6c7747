import { useMemo } from 'react'
import { auditFields, auditType } from '../../../domain/audits/audit-fields.ts'
import { formatAuditNumber, parseAuditThing } from '../../../domain/audits/audit-number.ts'
import { listOwnAudits, type OwnAudit } from '../../../domain/audits/list-own-audits.ts'
import { useApp } from '../../context/app-context.tsx'
import { toListed } from '../../context/use-audit.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'

interface Shown extends OwnAudit {
  readonly unit: string
  /** `06010/2017/4` */
  readonly number: string
}

/** Audits of this person's teams, under way or near; undefined until read. */
export function useOwnAudits(): readonly Shown[] | undefined {
  const app = useApp()
  const scope = useScope()
  const { id: person } = app.person
  const watch = (prefix: string) => app.watchFields(auditType, prefix)
  const team = useWatched(() => watch(auditFields.team(person)), `${person} own audits team`)
  const moves = useWatched(() => watch(auditFields.move('')), `${person} own audits moves`)
  const from = useWatched(() => watch(auditFields.from), `${person} own audits from`)
  const to = useWatched(() => watch(auditFields.to), `${person} own audits to`)
  const today = app.today()
  return useMemo(() => {
    if (!team || !moves || !from || !to || !scope) return undefined
    const fields = toListed([...team, ...moves, ...from, ...to])
    return listOwnAudits({ fields, person, today }).flatMap(audit => {
      const name = parseAuditThing(audit.thing)
      if (!name || !scope.mayDo('audit.read', name.unit)) return []
      return [{ ...audit, unit: name.unit, number: formatAuditNumber(name) }]
    })
  }, [team, moves, from, to, scope, person, today])
}
