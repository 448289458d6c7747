import type { Environment } from '../environment.ts'

/** There is no session behind a read token. */
export interface FeedEnvironment {
  Variables: Pick<Environment['Variables'], 'scope' | 'directory'>
}
