import { useState } from 'react'
import styles from './guide.module.css'

/** Files beside this one, with a hash in their address. They are not precached: without a network the words stand alone. */
const pictures = import.meta.glob<string>('./pictures/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
})

/** A screen as a small picture; nothing while there is no network to fetch it. */
export function GuidePicture({ screen, language }: { readonly screen: string; readonly language: string }) {
  const [isMissing, setMissing] = useState(false)
  const url = pictures[`./pictures/${screen}.${language}.webp`]
  if (isMissing || url === undefined) return null
  return (
    <img
      className={styles.picture}
      src={url}
      alt=""
      width={360}
      height={640}
      onError={() => setMissing(true)}
    />
  )
}
