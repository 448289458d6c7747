import { useEffect, useState } from 'react'
import { useApp } from './app-context.tsx'

/** Who this tablet is to the server; undefined until read. */
export function useDevice(): string | undefined {
  const app = useApp()
  const [device, setDevice] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    void app.deviceId().then(id => {
      if (isCurrent) setDevice(id)
    })
    return () => {
      isCurrent = false
    }
  }, [app])
  return device
}
