import { Navigate, Outlet, useLocation } from 'react-router'
import { useHandover } from '../context/handover.ts'

const root = '/handover/'

/** While a citizen has the tablet, every address leads to the form they fill; afterwards none does. */
export function HandoverGuard() {
  const { thing } = useHandover()
  const { pathname } = useLocation()
  if (thing === null) return pathname.startsWith(root) ? <Navigate to="/work" replace /> : <Outlet />
  const own = root + encodeURIComponent(thing)
  // Browsers differ in which signs of an address they escape.
  const isThere = decodeURIComponent(pathname) === decodeURIComponent(own)
  return isThere ? <Outlet /> : <Navigate to={own} replace />
}
