import { runNode, runTool, type Env } from './run-tool.ts'

export interface BuildOptions {
  /** Where to; `dist` when not given. */
  readonly dist?: string
  /** The build the app says it is; an update test needs two. */
  readonly build?: string
}

/** What `npm run build` does. Throws when it fails. */
export async function buildApp({ dist, build }: BuildOptions = {}): Promise<void> {
  const env: Env = {
    // Vitest sets "test", which would build the libraries' talkative halves.
    NODE_ENV: 'production',
    ...(dist === undefined ? {} : { ISOXA_DIST: dist }),
    ...(build === undefined ? {} : { ISOXA_BUILD: build }),
  }
  if ((await runTool('vite', ['build', '--logLevel=warn'], env)) !== 0) throw new Error('vite build failed')
  if ((await runNode(['src/server/app/precompress.ts'], env)) !== 0) throw new Error('precompress failed')
}
