import { useEffect, useMemo, useState } from 'react'
import { RouterProvider } from 'react-router'
import { AppContext } from '../context/app-context.tsx'
import { DirectoryProvider } from '../context/directory-provider.tsx'
import { GateContext } from '../context/gate.ts'
import { HandoverContext } from '../context/handover.ts'
import { SignAsContext } from '../context/sign-as.ts'
import { UpdateContext, type Update } from '../context/update.ts'
import type { DeviceStore } from '../database/device-store.ts'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'
import { createEntrance, type Presence } from './entrance.ts'
import { createHandover } from './handover.ts'
import type { Links } from './links.ts'
import { createSignAs } from './sign-as.ts'
import { createRoutes } from './routes.tsx'
import { StoreProblem } from './store-problem.tsx'
import { watchForUpdate } from './watch-for-update.ts'

const clock = (): number => Date.now()

/** Shows the sign-in, or the screens of whoever is signed in on this tablet. */
export function Root({ device, links }: { readonly device: DeviceStore; readonly links: Links }) {
  const [presence, setPresence] = useState<Presence>({ type: 'starting' })
  const [update, setUpdate] = useState<Update>({ isReady: false, accept: () => undefined })
  const entrance = useMemo(() => createEntrance({ device, links, onChange: setPresence }), [device, links])
  const [handedOver, setHandedOver] = useState<string | null>()
  const lock = useMemo(
    () => createHandover({ device, signIn: entrance.gate.signIn, clock }),
    [device, entrance],
  )
  const signAs = useMemo(() => createSignAs({ device, clock }), [device])
  const handover = useMemo(
    () => (handedOver === undefined ? undefined : { ...lock, thing: handedOver }),
    [lock, handedOver],
  )
  const person = presence.type === 'signedIn' ? presence.app.person.id : null
  const router = useMemo(() => (person === null ? undefined : createRoutes()), [person])
  useEffect(() => {
    entrance
      .start()
      .catch((cause: unknown) =>
        setPresence({ type: 'storeProblem', problem: { type: 'storeFailed', cause } }),
      )
    watchForUpdate(accept => setUpdate({ isReady: true, accept }))
  }, [entrance])

  useEffect(() => {
    const watching = device.watchHandover().subscribe({
      next: setHandedOver,
      error: (cause: unknown) =>
        setPresence({ type: 'storeProblem', problem: { type: 'storeFailed', cause } }),
    })
    return () => watching.unsubscribe()
  }, [device])

  switch (presence.type) {
    case 'starting':
      return null
    case 'storeProblem':
      return <StoreProblem problem={presence.problem} />
    case 'signedOut':
      return (
        <GateContext value={entrance.gate}>
          <SignInPage />
        </GateContext>
      )
    case 'signedIn':
      // Nothing is shown before it is known in whose hands the tablet is.
      if (!handover) return null
      return (
        <GateContext value={entrance.gate}>
          <HandoverContext value={handover}>
            <UpdateContext value={update}>
              <SignAsContext value={signAs}>
                <AppContext value={presence.app}>
                  <DirectoryProvider>{router && <RouterProvider router={router} />}</DirectoryProvider>
                </AppContext>
              </SignAsContext>
            </UpdateContext>
          </HandoverContext>
        </GateContext>
      )
  }
}
