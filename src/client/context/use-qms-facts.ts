import { useMemo } from 'react'
import { vietnamDayOf } from '../../lib/vietnam-time.ts'
import { feedId } from '../../domain/people/feed.ts'
import { gatherFacts } from '../../domain/qms/gather-facts.ts'
import { judgeGates, readinessOf, type GateResult } from '../../domain/qms/judge-gates.ts'
import { judgeSteps, nextStep, type StepStatus } from '../../domain/qms/judge-steps.ts'
import type { Programme } from '../../domain/qms/programme.ts'
import type { QmsFacts } from '../../domain/qms/qms-facts.ts'
import { thresholdsOf } from '../../domain/qms/settings.ts'
import type { Row } from '../../sync/replica/row.ts'
import { useApp } from './app-context.tsx'
import { toStored } from './use-audit.ts'
import { useForms } from './use-forms.ts'
import { useSettings } from './use-settings.ts'
import { useWatched } from './use-watched.ts'

/** Where a commune is: what is known of it, its steps and its gates, all computed on this tablet. */
export interface Qms {
  readonly facts: QmsFacts
  readonly rows: readonly Row[]
  readonly steps: readonly StepStatus[]
  readonly next: StepStatus | undefined
  readonly gates: readonly GateResult[]
  readonly readiness: ReturnType<typeof readinessOf>
}

/** Of one commune in a programme; undefined until read. */
export function useQms(unit: string | undefined, programme: Programme | undefined): Qms | undefined {
  const app = useApp()
  const forms = useForms('all')
  const feed = unit === undefined ? '' : feedId(unit, 'unit')
  const rows = useWatched(() => app.watchFeed(feed), `${app.person.id} feed ${feed}`)
  const settings = useSettings()
  const today = app.today()
  return useMemo(() => {
    if (!rows || !forms || !settings || !programme || unit === undefined) return undefined
    const things = [...Map.groupBy(rows, row => row.thing)].map(([thing, own]) => ({
      type: own[0]?.type ?? '',
      thing,
      fields: toStored(own),
    }))
    const facts = gatherFacts(things, {
      unit,
      programme,
      dayOf: vietnamDayOf,
      findForm: name => forms.find(name)?.form,
      checklist: forms.list.findLast(({ form }) => form.kind === 'audit_checklist')?.form,
    })
    const thresholds = thresholdsOf(settings)
    const steps = judgeSteps(facts, thresholds, today)
    const gates = judgeGates(facts, thresholds, today)
    return { facts, rows, steps, next: nextStep(steps), gates, readiness: readinessOf(gates) }
  }, [rows, forms, settings, programme, unit, today])
}
