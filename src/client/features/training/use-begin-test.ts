import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { parsePersonRun, personRun } from '../../../domain/qms/person-run.ts'
import { mayFill } from '../../../domain/responses/may-fill.ts'
import { responseId, responseType } from '../../../domain/responses/response-fields.ts'
import { readResponse } from '../../../domain/responses/response.ts'
import { useApp } from '../../context/app-context.tsx'
import { startResponse } from '../../context/start-response.ts'
import { toStored } from '../../context/use-audit.ts'
import { useForms } from '../../context/use-forms.ts'
import { useScope } from '../../context/use-scope.ts'
import type { TestedPerson } from './test-table.tsx'
import type { TrainingView } from './use-training.ts'

interface Attempt {
  readonly thing: string
  readonly attempt: number
  readonly isOpen: boolean
}

export interface BeginTest {
  readonly mayFill: (form: string) => boolean
  /** Of the latest attempt; undefined when there is none. */
  readonly stateOf: (form: string, person: string) => 'open' | 'sent' | undefined
  /** Goes on with the attempt that is open, or begins the next; false when it could not be saved. */
  readonly begin: (form: string, person: TestedPerson) => Promise<boolean>
}

/** Quizzes and interviews of one person each, which the response's id names (`domain/qms/person-run.ts`). */
export function useBeginTest(
  { unit, programme }: TrainingView,
  { rows }: NonNullable<TrainingView['qms']>,
): BeginTest {
  const app = useApp()
  const forms = useForms('all')
  const scope = useScope()
  const navigate = useNavigate()
  const latest = useMemo(() => {
    const found = new Map<string, Attempt>()
    const responses = rows.filter(({ type, thing }) => type === responseType && thing.includes('~'))
    for (const [thing, own] of Map.groupBy(responses, row => row.thing)) {
      const run = parsePersonRun(thing)
      if (!run) continue
      const key = `${run.form} ${run.person}`
      if ((found.get(key)?.attempt ?? 0) >= run.attempt) continue
      const { state } = readResponse(toStored(own))
      found.set(key, { thing, attempt: run.attempt, isOpen: state === 'draft' || state === 'returned' })
    }
    return found
  }, [rows])
  const newest = (id: string) => forms?.list.findLast(({ form }) => form.id === id)

  return {
    mayFill: id => {
      const form = newest(id)?.form
      return form !== undefined && scope !== undefined && mayFill(form, scope.rolesAt(unit.id))
    },
    stateOf(form, person) {
      const attempt = latest.get(`${form} ${person}`)
      return attempt && (attempt.isOpen ? 'open' : 'sent')
    },
    async begin(id, person) {
      const before = latest.get(`${id} ${person.key}`)
      const open = (thing: string): void => void navigate(`/responses/${encodeURIComponent(thing)}`)
      if (before?.isOpen === true) {
        open(before.thing)
        return true
      }
      const name = newest(id)
      const form = name && forms?.find(name)
      if (!form) return false
      const response = responseId(
        programme.id,
        id,
        unit.id,
        personRun(person.key, (before?.attempt ?? 0) + 1),
      )
      const known = form.questions.has('aw_name') ? { aw_name: person.name } : {}
      const started = await startResponse(app, { response, unit: unit.id, form, known })
      if (started.ok) open(response)
      return started.ok
    },
  }
}
