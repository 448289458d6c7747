import { useCallback, useEffect, useState } from 'react'
import type { AdminLink, Told } from '../../network/admin-link.ts'
import { useApp } from '../../context/app-context.tsx'
import { problemOf, type AdminProblem } from './problem-of.ts'

/** What the server tells when a screen opens, and again when asked; it is not kept on the tablet. */
export function useTold<T>(ask: (link: AdminLink) => Promise<Told<T>>): {
  readonly told: T | undefined
  readonly problem: AdminProblem | undefined
  readonly reload: () => void
} {
  const app = useApp()
  const [told, setTold] = useState<T>()
  const [problem, setProblem] = useState<AdminProblem>()
  const show = useCallback((answer: Told<T>): void => {
    if (answer.type === 'told') setTold(() => answer.value)
    setProblem(answer.type === 'told' ? undefined : problemOf(answer))
  }, [])
  const load = useCallback(async () => ask(await app.admin()), [app, ask])
  useEffect(() => {
    let isCurrent = true
    void load().then(answer => {
      if (isCurrent) show(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [load, show])
  return { told, problem, reload: () => void load().then(show) }
}
