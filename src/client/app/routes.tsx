import { createBrowserRouter, Navigate } from 'react-router'
import { HomeRedirect } from './home-redirect.tsx'
import { RouteProblem } from './route-problem.tsx'
import { Shell } from './shell.tsx'

/** The addresses of the app; each screen is a chunk of its own, precached (ST6). */
export const createRoutes = (): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <RouteProblem />,
      hydrateFallbackElement: <></>,
      children: [
        { index: true, element: <HomeRedirect /> },
        { path: 'work', lazy: () => import('../features/work/work-page.tsx') },
        { path: 'responses/:thing', lazy: () => import('../features/responses/fill-page.tsx') },
        { path: 'responses/:thing/:section', lazy: () => import('../features/responses/fill-page.tsx') },
        { path: 'communes', lazy: () => import('../features/communes/communes-page.tsx') },
        { path: 'review/:thing', lazy: () => import('../features/responses/review-page.tsx') },
        { path: 'people', lazy: () => import('../features/account/people-page.tsx') },
        { path: 'sync', lazy: () => import('../features/sync-status/sync-page.tsx') },
        { path: 'account', lazy: () => import('../features/account/account-page.tsx') },
        { path: '*', element: <Navigate to="/" replace /> },
      ],
    },
  ])
