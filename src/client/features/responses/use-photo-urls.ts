import { useEffect, useState } from 'react'
import { useApp } from '../../context/app-context.tsx'
import type { PhotoView } from './question-view.ts'

interface PhotoUrls {
  readonly thumb: string | undefined
  readonly full: string | undefined
}

/** Object URLs of the photos whose bytes can be had; the large pictures only once they are opened. */
export function usePhotoUrls(photos: readonly PhotoView[]): {
  readonly urls: ReadonlyMap<string, PhotoUrls>
  readonly openFull: (sha256: string) => Promise<void>
} {
  const app = useApp()
  const [urls, setUrls] = useState<ReadonlyMap<string, PhotoUrls>>(new Map())
  const wanted = photos.map(({ sha256, photo }) => `${sha256}:${photo.thumb ?? sha256}`).join(' ')

  useEffect(() => {
    const made: string[] = []
    let isCurrent = true
    async function load(): Promise<void> {
      for (const pair of wanted === '' ? [] : wanted.split(' ')) {
        const [sha256 = '', thumb = ''] = pair.split(':')
        const blob = await app.readFile(thumb)
        if (!isCurrent) return
        if (!blob) continue
        const url = URL.createObjectURL(blob)
        made.push(url)
        setUrls(before => new Map(before).set(sha256, { thumb: url, full: before.get(sha256)?.full }))
      }
    }
    void load()
    return () => {
      isCurrent = false
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
