import type { App } from './app.ts'

type Digests = Awaited<ReturnType<App['digests']>>

/**
 * Begins to watch once the digests can be read.
 * @returns what ends it, also before it could begin
 */
export function watchDigests(
  app: Pick<App, 'digests'>,
  begin: (digests: Digests) => { readonly stop: () => void },
): () => void {
  let watch: { readonly stop: () => void } | undefined
  let isOver = false
  void app.digests().then(digests => {
    if (!isOver) watch = begin(digests)
  })
  return () => {
    isOver = true
    watch?.stop()
  }
}
