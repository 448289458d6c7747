import { useEffect, useState } from 'react'
import { useApp } from './app-context.tsx'

/** A photo by its hash, and its thumbnail unless it is small itself. */
export interface PhotoName {
  readonly sha256: string
  readonly thumb: string | null
}

interface PhotoUrls {
  readonly thumb: string | undefined
  readonly full: string | undefined
}

/**
 * Object URLs of the photos whose bytes can be had; the large pictures only once they are opened. The word of a photo
 * arrives before its thumbnail does: what is missing is asked for again after each sync.
 */
export function usePhotoUrls(photos: readonly PhotoName[]): {
  readonly urls: ReadonlyMap<string, PhotoUrls>
  readonly openFull: (sha256: string) => Promise<void>
} {
  const app = useApp()
  const [urls, setUrls] = useState<ReadonlyMap<string, PhotoUrls>>(new Map())
  const wanted = photos.map(({ sha256, thumb }) => `${sha256}:${thumb ?? sha256}`).join(' ')

  useEffect(() => {
    const made: string[] = []
    let missing = wanted === '' ? [] : wanted.split(' ')
    let isCurrent = true
    let syncedAt = app.sync.status().lastSuccessAt
    async function load(): Promise<void> {
      const pairs = missing
      missing = []
      for (const pair of pairs) {
        const [sha256 = '', thumb = ''] = pair.split(':')
        const blob = await app.readFile(thumb)
        if (!isCurrent) return
        if (!blob) {
          missing.push(pair)
          continue
        }
        const url = URL.createObjectURL(blob)
        made.push(url)
        setUrls(before => new Map(before).set(sha256, { thumb: url, full: before.get(sha256)?.full }))
      }
    }
    void load()
    const unsubscribe = app.sync.subscribe(() => {
      const { lastSuccessAt } = app.sync.status()
      if (missing.length === 0 || lastSuccessAt === syncedAt) return
      syncedAt = lastSuccessAt
      void load()
    })
    return () => {
      isCurrent = false
      unsubscribe()
      for (const url of made) URL.revokeObjectURL(url)
    }
  }, [app, wanted])

  async function openFull(sha256: string): Promise<void> {
    if (urls.get(sha256)?.full) return
    const blob = await app.readFile(sha256)
    if (!blob) return
    const full = URL.createObjectURL(blob)
    setUrls(before => new Map(before).set(sha256, { thumb: before.get(sha256)?.thumb, full }))
  }
  return { urls, openFull }
}
