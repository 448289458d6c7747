import { useEffect, useState } from 'react'
import { useApp } from '../../context/app-context.tsx'
import type { Contacts } from '../../context/app.ts'
import { useSyncStatus } from '../../context/use-sync-status.ts'

/** When each commune last synced: as the server says now or, where it cannot be asked, as this tablet last heard. */
export function useContacts(): Contacts | undefined {
  const app = useApp()
  const { lastSuccessAt } = useSyncStatus()
  const [contacts, setContacts] = useState<Contacts>()
  useEffect(() => {
    let isOver = false
    const show = (found: Contacts | undefined): void => {
      if (!isOver && found)
        setContacts(shown => (shown === undefined || shown.asOf < found.asOf ? found : shown))
    }
    void (async () => {
      const digests = await app.digests()
      show(await digests.knownContacts())
      const heard = await app.contacts()
      show(heard)
      if (heard) await digests.keepContacts(heard)
    })().catch(() => undefined)
    return () => {
      isOver = true
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- asked anew after each sync of this tablet
  }, [app, lastSuccessAt])
  return contacts
}
