import { createBrowserRouter, Navigate } from 'react-router'
import { HandoverGuard } from './handover-guard.tsx'
import { HomeRedirect } from './home-redirect.tsx'
import { RouteProblem } from './route-problem.tsx'
import { Shell } from './shell.tsx'

const loadWork = () => import('../features/work/work-page.tsx')
const loadFilling = () => import('../features/responses/fill-page.tsx')

/** Fetches the screen of an address that most people begin with, while the database is still being opened. */
export function preloadScreen(path: string): void {
  // A chunk that cannot be had is told of when the screen asks for it.
  void (path.startsWith('/responses/') ? loadFilling() : loadWork()).catch(() => undefined)
}

const shell = 'shell'

/**
 * The addresses of the app; each screen is a chunk of its own, precached (ST6). What nobody begins with is asked for when
 * an address is not among the first ones.
 */
export const createRoutes = (): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter(
    [
      {
        element: <HandoverGuard />,
        errorElement: <RouteProblem />,
        hydrateFallbackElement: <></>,
        children: [
          { path: 'handover/:thing', lazy: () => import('./handover-page.tsx') },
          {
            id: shell,
            element: <Shell />,
            errorElement: <RouteProblem />,
            children: [
              { index: true, element: <HomeRedirect /> },
              { path: 'work', lazy: loadWork },
              { path: 'responses/:thing', lazy: loadFilling },
              { path: 'responses/:thing/:section', lazy: loadFilling },
              { path: 'communes', lazy: () => import('../features/communes/communes-page.tsx') },
              { path: '*', element: <Navigate to="/" replace /> },
            ],
          },
        ],
      },
    ],
    {
      async patchRoutesOnNavigation({ path, patch }) {
        // Found already, though the router asks for any address with something variable in it.
        if (/^\/(?:responses|handover)\//u.test(path)) return
        const { lateRoutes } = await import('./late-routes.ts')
        patch(shell, [...lateRoutes])
      },
    },
  )
