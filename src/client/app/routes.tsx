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

/** The addresses of the app; each screen is a chunk of its own, precached (ST6). */
export const createRoutes = (): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    {
      element: <HandoverGuard />,
      errorElement: <RouteProblem />,
      hydrateFallbackElement: <></>,
      children: [
        { path: 'handover/:thing', lazy: () => import('../features/responses/handover/handover-page.tsx') },
        {
          element: <Shell />,
          errorElement: <RouteProblem />,
          children: [
            { index: true, element: <HomeRedirect /> },
            { path: 'work', lazy: loadWork },
            { path: 'responses/:thing', lazy: loadFilling },
            { path: 'responses/:thing/:section', lazy: loadFilling },
            { path: 'communes', lazy: () => import('../features/communes/communes-page.tsx') },
            { path: 'review/:thing', lazy: () => import('../features/responses/review-page.tsx') },
            { path: 'forms', lazy: () => import('../features/forms/forms-page.tsx') },
            { path: 'forms/import', lazy: () => import('./import-form-page.tsx') },
            { path: 'people', lazy: () => import('../features/account/people-page.tsx') },
            { path: 'sync', lazy: () => import('../features/sync-status/sync-page.tsx') },
            { path: 'sync/carry', lazy: () => import('../features/carry/carry-page.tsx') },
            { path: 'account', lazy: () => import('../features/account/account-page.tsx') },
            { path: '*', element: <Navigate to="/" replace /> },
          ],
        },
      ],
    },
  ])
