import { useEffect, useState } from 'react'
import { useApp } from './app-context.tsx'

/** Where a file's bytes can be played or opened from; undefined while, or because, they cannot be had. */
export function useFileUrl(sha256: string | undefined): string | undefined {
  const app = useApp()
  const [made, setMade] = useState<{ readonly sha256: string; readonly url: string }>()
  useEffect(() => {
    if (sha256 === undefined) return undefined
    let url: string | undefined
    let isCurrent = true
    async function load(wanted: string): Promise<void> {
      const blob = await app.readFile(wanted)
      if (!blob || !isCurrent) return
      url = URL.createObjectURL(blob)
      setMade({ sha256: wanted, url })
    }
    void load(sha256)
    return () => {
      isCurrent = false
      if (url) URL.revokeObjectURL(url)
    }
  }, [app, sha256])
  return made?.sha256 === sha256 ? made?.url : undefined
}
