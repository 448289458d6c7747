import { useEffect, useState } from 'react'
import type { ImageName } from '../../../domain/forms/form-version.ts'
import { useApp } from '../../context/app-context.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFilling } from './filling-context.tsx'

/** An object URL; null when the tablet cannot have the picture, undefined while that is not known. */
type PictureUrl = string | null | undefined

/** Where pictures that came along with the form can be shown from. */
export function useFormPictures(
  images: readonly (ImageName | undefined)[],
): (image: ImageName | undefined) => PictureUrl {
  const app = useApp()
  const { filling } = useFilling()
  const text = useLocalText()
  const [urls, setUrls] = useState<ReadonlyMap<string, string | null>>(new Map())
  const { media } = filling.form.form

  function hashOf(image: ImageName | undefined): string | undefined {
    if (image === undefined || media === undefined) return undefined
    return media[typeof image === 'string' ? image : text(image)]
  }
  const hashes = new Set(images.map(hashOf).filter(sha256 => sha256 !== undefined))
  const wanted = [...hashes].join(' ')

  useEffect(() => {
    const made: string[] = []
    let isCurrent = true
    async function load(sha256: string): Promise<void> {
      const blob = await app.readFile(sha256).catch(() => undefined)
      if (!isCurrent) return
      const url = blob ? URL.createObjectURL(blob) : null
      if (url !== null) made.push(url)
      setUrls(before => new Map(before).set(sha256, url))
    }
    for (const sha256 of wanted === '' ? [] : wanted.split(' ')) void load(sha256)
    return () => {
      isCurrent = false
      for (const url of made) URL.revokeObjectURL(url)
    }
  }, [app, wanted])

  return image => {
    const sha256 = hashOf(image)
    return sha256 === undefined ? null : urls.get(sha256)
  }
}
