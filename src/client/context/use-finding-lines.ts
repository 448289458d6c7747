import { useEffect, useState } from 'react'
import type { Directory } from '../../domain/people/directory.ts'
import type { FindingLine } from '../../domain/audits/list-findings.ts'
import type { App } from './app.ts'
import { useApp } from './app-context.tsx'
import { watchFindingLines, type FindingLinesKnown } from './finding-lines.ts'
import { useDirectory } from './use-directory.ts'
import { watchDigests } from './watch-digests.ts'

interface Seen {
  readonly directory: Directory
  readonly today: string
  readonly lines: readonly FindingLine[]
  readonly known: FindingLinesKnown
}

/** What was seen last, so that the next opening begins with it. */
const lastSeen = new WeakMap<App, Seen>()

/** Lines of every issued finding on this tablet, those of most need first; undefined until read. */
export function useFindingLines(): readonly FindingLine[] | undefined {
  const app = useApp()
  const directory = useDirectory()
  const today = app.today()
  const [seen, setSeen] = useState(() => lastSeen.get(app))
  useEffect(() => {
    if (!directory) return undefined
    return watchDigests(app, digests => {
      const last = lastSeen.get(app)
      const isShown = last?.directory === directory && last?.today === today
      return watchFindingLines(digests, today, isShown ? last?.known : undefined, (lines, known) => {
        const found = { directory, today, lines, known }
        lastSeen.set(app, found)
        setSeen(found)
      })
    })
  }, [app, directory, today])
  // Who reads what hangs on the directory: with another one these are not this person's lines any more (SY9).
  return seen?.directory === directory && seen?.today === today ? seen?.lines : undefined
}
