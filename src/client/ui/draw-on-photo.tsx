// oxlint-disable jsx-a11y/prefer-tag-over-role -- a canvas says nothing by itself, an <img> takes no strokes
import { useEffect, useRef, useState } from 'react'
import type { PointerEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import styles from './draw-on-photo.module.css'
import { Icon } from './icon.tsx'
import { paintMarks } from './paint-marks.ts'
import { isMeant } from './photo-marks.ts'
import type { Mark, MarkTool, Spot } from './photo-marks.ts'
import { usePicture } from './use-picture.ts'

export interface DrawOnPhotoProps {
  readonly image: Blob
  readonly title?: ReactNode
  /** A JPEG of the photo with what was drawn, at most 1600 px on its longest edge. */
  readonly onDone: (jpeg: Blob) => void
  readonly onClose: () => void
}

const tools = [
  { tool: 'arrow', icon: 'arrowUpRight' },
  { tool: 'line', icon: 'squiggle' },
  { tool: 'blur', icon: 'blur' },
] as const

/** A photo to point at things with red arrows and lines, and to make faces and names unreadable. */
export function DrawOnPhoto({ image, title, onDone, onClose }: DrawOnPhotoProps) {
  const { t } = useTranslation('ui')
  const canvas = useRef<HTMLCanvasElement>(null)
  const picture = usePicture(image)
  const [tool, setTool] = useState<MarkTool>('arrow')
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const [current, setCurrent] = useState<Mark>()
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (pen && picture.bitmap) paintMarks(pen, picture.bitmap, current ? [...marks, current] : marks)
  }, [picture.bitmap, marks, current])

  const spotOf = (event: PointerEvent<HTMLCanvasElement>): Spot => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect()
    const scale = event.currentTarget.width / width
    return { x: (event.clientX - left) * scale, y: (event.clientY - top) * scale }
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0 || !event.isPrimary) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setCurrent({ tool, spots: [spotOf(event)] })
  }
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!current || !event.isPrimary) return
    const spot = spotOf(event)
    setCurrent(known => known && { ...known, spots: [...known.spots, spot] })
  }
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!current || !event.isPrimary) return
    if (isMeant(current, event.currentTarget.width / 60)) setMarks([...marks, current])
    setCurrent(undefined)
  }
  const finish = () => canvas.current?.toBlob(jpeg => jpeg && onDone(jpeg), 'image/jpeg', 0.85)

  return (
    <Dialog
      open
      mustAnswer
      width="wide"
      title={title ?? t('draw.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" icon="check" disabled={marks.length === 0} onClick={finish}>
            {t('draw.done')}
          </Button>
        </>
      }
    >
      {picture.isBroken && <Banner tone="danger">{t('draw.broken')}</Banner>}
      <div className={styles.tools}>
        {tools.map(({ tool: each, icon }) => (
          <button
            key={each}
            type="button"
            className={styles.tool}
            aria-pressed={tool === each}
            onClick={() => setTool(each)}
          >
            <Icon name={icon} />
            {t(`draw.${each}`)}
          </button>
        ))}
        <button
          type="button"
          className={styles.tool}
          disabled={marks.length === 0}
          onClick={() => setMarks(marks.slice(0, -1))}
        >
          <Icon name="undo" />
          {t('draw.undo')}
        </button>
      </div>
      <p className={styles.prompt}>{t(`draw.${tool}Prompt`)}</p>
      {picture.bitmap && (
        <div className={styles.stage}>
          <canvas
            ref={canvas}
            width={picture.bitmap.width}
            height={picture.bitmap.height}
            role="img"
            aria-label={t('draw.area', { count: marks.length })}
            className={styles.canvas}
            onPointerDown={begin}
            onPointerMove={go}
            onPointerUp={end}
            onPointerCancel={() => setCurrent(undefined)}
          />
        </div>
      )}
    </Dialog>
  )
}
