import { useState, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react'
import { isMeant, type Mark, type MarkTool, type Spot } from './photo-marks.ts'

interface Strokes {
  readonly marks: readonly Mark[]
  /** The stroke under way. */
  readonly current: Mark | undefined
  /** Where the pen is for who draws by keyboard; undefined until they do. */
  readonly cursor: Spot | undefined
  readonly undo: () => void
  /** To be spread on the canvas. */
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => void
    readonly onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => void
    readonly onPointerCancel: () => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLCanvasElement>) => void
    readonly onBlur: (event: FocusEvent<HTMLCanvasElement>) => void
  }
}

const directions: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * Strokes on a canvas, by finger, mouse, pen or keys: arrows move, space or enter puts the pen down and lifts it, escape
 * lets go of the stroke. Leaving the canvas ends it.
 */
export function useStrokes(tool: MarkTool): Strokes {
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const [current, setCurrent] = useState<Mark>()
  const [cursor, setCursor] = useState<Spot>()

  const spotOf = (event: PointerEvent<HTMLCanvasElement>): Spot => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect()
    const scale = event.currentTarget.width / width
    return { x: (event.clientX - left) * scale, y: (event.clientY - top) * scale }
  }
  function end(stroke: Mark, canvas: HTMLCanvasElement): void {
    if (isMeant(stroke, canvas.width / 60)) setMarks([...marks, stroke])
    setCurrent(undefined)
  }
  function pressPen(canvas: HTMLCanvasElement, at: Spot): void {
    if (current) end(current, canvas)
    else setCurrent({ tool, spots: [at] })
  }

  function onKeyDown(event: KeyboardEvent<HTMLCanvasElement>): void {
    const { currentTarget: canvas, key } = event
    const way = directions[key]
    const at = cursor ?? { x: canvas.width / 2, y: canvas.height / 2 }
    const isStroke = key === ' ' || key === 'Enter' || (key === 'Escape' && current !== undefined)
    if (!way && !isStroke) return
    event.preventDefault()
    event.stopPropagation()
    if (!way) {
      setCursor(at)
      if (key === 'Escape') setCurrent(undefined)
      else pressPen(canvas, at)
      return
    }
    const step = canvas.width / (event.shiftKey ? 200 : 40)
    const next = {
      x: Math.min(canvas.width, Math.max(0, at.x + way.x * step)),
      y: Math.min(canvas.height, Math.max(0, at.y + way.y * step)),
    }
    setCursor(next)
    if (current) setCurrent({ ...current, spots: [...current.spots, next] })
  }

  return {
    marks,
    current,
    cursor,
    undo: () => setMarks(marks.slice(0, -1)),
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0 || !event.isPrimary) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setCursor(undefined)
        setCurrent({ tool, spots: [spotOf(event)] })
      },
      onPointerMove(event) {
        // With keys a stroke is drawn while a pointer may rest on the canvas.
        if (!current || cursor || !event.isPrimary) return
        const spot = spotOf(event)
        setCurrent(known => known && { ...known, spots: [...known.spots, spot] })
      },
      onPointerUp(event) {
        if (current && !cursor && event.isPrimary) end(current, event.currentTarget)
      },
      onPointerCancel: () => setCurrent(undefined),
      onKeyDown,
      onBlur: event => {
        // Who goes on to "done" with the pen still down has seen the face hidden: it must not come back.
        if (current) end(current, event.currentTarget)
        setCursor(undefined)
      },
    },
  }
}
