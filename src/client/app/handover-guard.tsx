import { Navigate, Outlet, useLocation } from 'react-router'
import { useHandover } from '../context/handover.ts'

const root = '/handover/'

/** While others have the tablet, every address leads to what they were handed; afterwards none does. */
export function HandoverGuard() {
  const { thing } = useHandover()
  const { pathname } = useLocation()
  if (thing === null) {
    if (!pathname.startsWith(root)) return <Outlet />
    const back = pathname.startsWith(`${root}training.`) ? pathname.replace(root, '/training/') : '/work'
    return <Navigate to={back} replace />
  }
  const own = root + encodeURIComponent(thing)
  // Browsers differ in which signs of an address they escape.
  const isThere = decodeURIComponent(pathname) === decodeURIComponent(own)
  return isThere ? <Outlet /> : <Navigate to={own} replace />
}
