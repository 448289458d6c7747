import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

const none: ReadonlyMap<string, 'local' | 'sent'> = new Map()

/** Which of these files only this tablet has yet. */
export function useFileStates(sha256s: readonly string[]): ReadonlyMap<string, 'local' | 'sent'> {
  const app = useApp()
  return useWatched(() => app.watchFileStates(sha256s), sha256s.join(' ')) ?? none
}
