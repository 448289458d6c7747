// oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role -- a canvas takes strokes and keys; `application` says so
import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import styles from './draw-on-photo.module.css'
import { Icon } from './icon.tsx'
import { paintCursor, paintFrame, paintMarks } from './paint-marks.ts'
import type { MarkTool } from './photo-marks.ts'
import { usePicture } from './use-picture.ts'
import { useStrokes } from './use-strokes.ts'

export interface DrawOnPhotoProps {
  readonly image: Blob
  readonly title?: ReactNode
  /** A JPEG of the photo with what was drawn, at most 1600 px on its longest edge; whether something was made unreadable. */
  readonly onDone: (jpeg: Blob, isBlurred: boolean) => void
  readonly onClose: () => void
}

const tools = [
  { tool: 'arrow', icon: 'arrowUpRight' },
  { tool: 'line', icon: 'squiggle' },
  { tool: 'blur', icon: 'blur' },
] as const

/** A photo to point at things with red arrows and lines, and to make faces and names unreadable. */
export function DrawOnPhoto({ image, title, onDone, onClose }: DrawOnPhotoProps) {
  const { t, ready } = useTranslation(['draw', 'ui'])
  const canvas = useRef<HTMLCanvasElement>(null)
  const picture = usePicture(image)
  const keysId = useId()
  const [tool, setTool] = useState<MarkTool>('arrow')
  const { marks, current, cursor, undo, handlers } = useStrokes(tool)
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!pen || !picture.bitmap) return
    paintMarks(pen, picture.bitmap, current ? [...marks, current] : marks)
    if (current?.tool === 'blur') paintFrame(pen, current)
    if (cursor) paintCursor(pen, cursor)
  }, [picture.bitmap, marks, current, cursor])

  function finish(): void {
    const pen = canvas.current?.getContext('2d')
    if (!pen || !picture.bitmap) return
    // Once more without cursor and frame.
    paintMarks(pen, picture.bitmap, marks)
    const isBlurred = marks.some(mark => mark.tool === 'blur')
    canvas.current?.toBlob(jpeg => jpeg && onDone(jpeg, isBlurred), 'image/jpeg', 0.85)
  }

  if (!ready) return null
  return (
    <Dialog
      open
      mustAnswer
      width="wide"
      title={title ?? t('ui:draw.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:dialog.cancel')}</Button>
          <Button look="primary" icon="check" disabled={marks.length === 0} onClick={finish}>
            {t('done')}
          </Button>
        </>
      }
    >
      {picture.isBroken && <Banner tone="danger">{t('broken')}</Banner>}
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
            {t(each)}
          </button>
        ))}
        <button type="button" className={styles.tool} disabled={marks.length === 0} onClick={undo}>
          <Icon name="undo" />
          {t('undo')}
        </button>
      </div>
      <p className={styles.prompt}>{t(`${tool}Prompt`)}</p>
      {picture.bitmap && (
        <div className={styles.stage}>
          <canvas
            ref={canvas}
            width={picture.bitmap.width}
            height={picture.bitmap.height}
            role="application"
            tabIndex={0}
            aria-label={t('area', { count: marks.length })}
            aria-describedby={keysId}
            className={styles.canvas}
            {...handlers}
          />
        </div>
      )}
      <p id={keysId} className={styles.keys}>
        {t('keys')}
      </p>
    </Dialog>
  )
}
