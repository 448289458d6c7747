import { useCallback, useEffect, useState } from 'react'
import type { LinkProblem } from '../../../../sync/replica/server-link.ts'
import type { OpenData } from '../../../context/app.ts'
import { useApp } from '../../../context/app-context.tsx'

export type ReadTokensProblem = 'unreachable' | 'signedOut' | 'failed'
type Answer = Awaited<ReturnType<OpenData['list']>>
type Listed = Extract<Answer, { type: 'listed' }>

/** This person's read tokens as the server has them; they are not kept on the tablet. */
export function useReadTokens(): {
  readonly listed: Listed | undefined
  readonly problem: ReadTokensProblem | undefined
  readonly reload: () => void
} {
  const app = useApp()
  const [listed, setListed] = useState<Listed>()
  const [problem, setProblem] = useState<ReadTokensProblem>()
  const show = useCallback((answer: Answer): void => {
    if (answer.type === 'listed') setListed(answer)
    setProblem(answer.type === 'listed' ? undefined : problemOf(answer))
  }, [])
  const ask = useCallback(async () => (await app.openData()).list(), [app])
  useEffect(() => {
    let isCurrent = true
    void ask().then(answer => {
      if (isCurrent) show(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [ask, show])
  return { listed, problem, reload: () => void ask().then(show) }
}

export function problemOf({ type }: LinkProblem): ReadTokensProblem {
  switch (type) {
    case 'unreachable':
    case 'notOurServer':
      return 'unreachable'
    case 'unauthorized':
    case 'deviceRevoked':
    case 'otherPerson':
      return 'signedOut'
    case 'busy':
    case 'serverFull':
    case 'tooLarge':
    case 'upgradeRequired':
    case 'refused':
      return 'failed'
  }
}
