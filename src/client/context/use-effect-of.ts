import { useMemo } from 'react'
import { vietnamDayOf } from '../../lib/vietnam-time.ts'
import { gatherEffect } from '../../domain/qms/effect/gather-effect.ts'
import { judgeEffect, type Effect } from '../../domain/qms/effect/judge-effect.ts'
import type { Programme } from '../../domain/qms/programme.ts'
import { useApp } from './app-context.tsx'
import { useForms } from './use-forms.ts'
import { toThings, type Qms } from './use-qms-facts.ts'

/** What applying the system has done in a commune, computed on this tablet; undefined until read. */
export function useEffectOf(
  unit: string | undefined,
  programme: Programme | undefined,
  qms: Qms | undefined,
): Effect | undefined {
  const forms = useForms('all')
  const today = useApp().today()
  return useMemo(() => {
    if (!forms || !qms || !programme || unit === undefined) return undefined
    const facts = gatherEffect(toThings(qms.rows), {
      unit,
      programme,
      qms: qms.facts,
      dayOf: vietnamDayOf,
      findForm: name => forms.find(name)?.form,
    })
    return judgeEffect(facts, today)
  }, [forms, qms, programme, unit, today])
}
