import { useEffect, useState } from 'react'

/** As long as photos are kept; a canvas of a camera's full size is more than cheap tablets can hold. */
const longestEdge = 1600

export interface Picture {
  readonly bitmap: ImageBitmap | undefined
  /** The bytes are no picture that this browser can read. */
  readonly isBroken: boolean
}

/** The decoded picture, shrunk to the size photos are kept in. */
export function usePicture(image: Blob): Picture {
  const [picture, setPicture] = useState<Picture>({ bitmap: undefined, isBroken: false })
  useEffect(() => {
    let isGone = false
    let shown: ImageBitmap | undefined
    const open = async () => {
      try {
        const bitmap = await decode(image)
        if (isGone) bitmap.close()
        else {
          shown = bitmap
          setPicture({ bitmap, isBroken: false })
        }
      } catch {
        if (!isGone) setPicture({ bitmap: undefined, isBroken: true })
      }
    }
    void open()
    return () => {
      isGone = true
      shown?.close()
    }
  }, [image])
  return picture
}

async function decode(image: Blob): Promise<ImageBitmap> {
  const full = await createImageBitmap(image, { imageOrientation: 'from-image' })
  const scale = longestEdge / Math.max(full.width, full.height)
  if (scale >= 1) return full
  const [resizeWidth, resizeHeight] = [Math.round(full.width * scale), Math.round(full.height * scale)]
  const small = await createImageBitmap(full, { resizeWidth, resizeHeight, resizeQuality: 'high' })
  full.close()
  return small
}
