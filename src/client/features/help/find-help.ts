import { helpOfRoutes, type HelpName } from './help-of-routes.ts'

const routes = Object.entries(helpOfRoutes).map(([path, name]) => ({ parts: path.split('/'), name }))

/**
 * The help of an address; of two routes that fit, the one that names more of it (`audits/programme`, not `audits/:thing`).
 * The router's own `matchRoutes` would move its chunk, and cost the first load 1.3 KB.
 */
export function findHelp(pathname: string): HelpName | undefined {
  const asked = pathname.split('/').filter(Boolean)
  const fitting = routes.filter(
    ({ parts }) =>
      parts.length === asked.length && parts.every((part, at) => part.startsWith(':') || part === asked[at]),
  )
  const variables = (parts: readonly string[]): number => parts.filter(part => part.startsWith(':')).length
  return fitting.toSorted((a, b) => variables(a.parts) - variables(b.parts))[0]?.name
}
