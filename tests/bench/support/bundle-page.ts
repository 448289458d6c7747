import { build } from 'vite'
import { projectRoot } from '../../support/children.ts'

/** A file of `tests/bench/page` with all it imports, built as the app is, as one script that runs in any page. */
export async function bundlePage(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: projectRoot,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: entry, output: { format: 'iife' } },
    },
  })
  const outputs = [built].flat().flatMap(one => ('output' in one ? one.output : []))
  const [script] = outputs.filter(one => one.type === 'chunk')
  if (!script) throw new Error(`nothing was built of ${entry}`)
  return script.code
}
