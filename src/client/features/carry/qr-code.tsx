import { useEffect, useState } from 'react'
import styles from './carry.module.css'

interface QrCodeProps {
  readonly text: string
  readonly label: string
}

/** A text as a QR code. What draws it is loaded with the first one; until then its place is empty. */
export function QrCode({ text, label }: QrCodeProps) {
  const [squares, setSquares] = useState<readonly (readonly boolean[])[]>()
  useEffect(() => {
    let isCurrent = true
    void import('qr').then(({ encodeQR }) => {
      if (isCurrent) setSquares(encodeQR(text, 'raw', { ecc: 'medium', border: 4 }))
    })
    return () => {
      isCurrent = false
    }
  }, [text])
  const size = squares?.length ?? 1
  const path = (squares ?? [])
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.qr}
        viewBox={`0 0 ${size} ${size}`}
        aria-hidden="true"
        shapeRendering="crispEdges"
      >
        <path d={path} />
      </svg>
      <figcaption className={styles.soft}>{label}</figcaption>
    </figure>
  )
}
