import { useEffect, useRef, useState } from 'react'
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

/** Few at a time: some may have to come from the server, and sixty originals of a paper are not all in memory at once. */
const readTogether = 4

/** What arrives within a frame or two is drawn in one go: each by itself would draw its card anew. */
const showTogetherMs = 30

/**
 * Object URLs of the photos whose bytes can be had; the large pictures only once they are opened. The word of a photo
 * arrives before its thumbnail does: what is missing is asked for again after each sync.
 */
export function usePhotoUrls(photos: readonly PhotoName[]): {
  readonly urls: ReadonlyMap<string, PhotoUrls>
  readonly openFull: (sha256: string) => Promise<void>
} {
  const app = useApp()
  // Of the photos wanted now, by hash and thumbnail: one more photo leaves those of the others as they are.
  const [made] = useState(() => new Map<string, string>())
  /** Large pictures that were opened, by hash. */
  const [opened] = useState(() => new Map<string, string>())
  const [urls, setUrls] = useState<ReadonlyMap<string, PhotoUrls>>(new Map())
  const wanted = photos.map(({ sha256, thumb }) => `${sha256}:${thumb ?? sha256}`).join(' ')
  const isWanted = useRef<(sha256: string) => boolean>(() => false)

  useEffect(() => {
    const pairs = wanted === '' ? [] : wanted.split(' ')
    isWanted.current = sha256 => pairs.some(pair => pair.startsWith(`${sha256}:`))
    for (const [pair, url] of Array.from(made))
      if (!pairs.includes(pair)) {
        URL.revokeObjectURL(url)
        made.delete(pair)
      }
    for (const [sha256, url] of Array.from(opened))
      if (!isWanted.current(sha256)) {
        URL.revokeObjectURL(url)
        opened.delete(sha256)
      }
    let missing = pairs.filter(pair => !made.has(pair))
    let isCurrent = true
    let syncedAt = app.sync.status().lastSuccessAt
    let found: (readonly [sha256: string, url: string])[] = []
    let showing: ReturnType<typeof setTimeout> | undefined
    function show(): void {
      const arrived = found
      found = []
      showing = undefined
      setUrls(before => {
        const next = new Map(before)
        for (const [sha256, thumb] of arrived) next.set(sha256, { thumb, full: opened.get(sha256) })
        return next
      })
    }
    async function read(pair: string): Promise<void> {
      if (!isCurrent) return
      const [sha256 = '', thumb = ''] = pair.split(':')
      const blob = await app.readFile(thumb)
      if (!isCurrent) return
      if (!blob) {
        missing.push(pair)
        return
      }
      const url = URL.createObjectURL(blob)
      made.set(pair, url)
      found.push([sha256, url])
      showing ??= setTimeout(show, showTogetherMs)
    }
    async function load(): Promise<void> {
      const asked = missing
      missing = []
      for (let at = 0; at < asked.length; at += readTogether)
        await Promise.all(asked.slice(at, at + readTogether).map(read))
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
      clearTimeout(showing)
      // What has been made is not made once more for the photos wanted next.
      if (found.length > 0) show()
      unsubscribe()
    }
  }, [app, wanted, made, opened])
  useEffect(
    () => () => {
      isWanted.current = () => false
      for (const urlsByName of [made, opened]) {
        for (const url of urlsByName.values()) URL.revokeObjectURL(url)
        urlsByName.clear()
      }
    },
    [made, opened],
  )

  async function openFull(sha256: string): Promise<void> {
    if (opened.has(sha256)) return
    const blob = await app.readFile(sha256)
    // Opened twice at once, or taken away or left meanwhile: then nobody would give the picture back.
    if (!blob || opened.has(sha256) || !isWanted.current(sha256)) return
    const full = URL.createObjectURL(blob)
    opened.set(sha256, full)
    setUrls(before => new Map(before).set(sha256, { thumb: before.get(sha256)?.thumb, full }))
  }
  return { urls, openFull }
}
