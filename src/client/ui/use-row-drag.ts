import { useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { placeOfDrag } from './rank-moves.ts'
import type { RowBox } from './rank-moves.ts'

interface Drag {
  readonly from: number
  readonly startY: number
  readonly by: number
  readonly boxes: readonly RowBox[]
}

export interface RowDrag {
  readonly draggedRow: number | undefined
  /** How far each row stands from its place while one is dragged, in pixels. */
  readonly offsetOf: (row: number) => number
  /** For the handle of a row. */
  readonly handle: (row: number) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
  }
}

/**
 * Rows dragged up and down by a handle. They are only shifted on the screen until the finger is lifted: moving the
 * elements themselves would take the pointer away from the one that holds it.
 */
export function useRowDrag(onMove: (from: number, place: number) => void): RowDrag {
  const [drag, setDrag] = useState<Drag>()
  const pointer = useRef<number>(undefined)
  const place = drag ? placeOfDrag(drag.boxes, drag.from, drag.by) : 0
  const end = () => {
    pointer.current = undefined
    setDrag(undefined)
  }
  return {
    draggedRow: drag?.from,
    offsetOf: row => {
      if (!drag) return 0
      if (row === drag.from) return drag.by
      const [own, next] = [drag.boxes[drag.from], drag.boxes[drag.from + 1] ?? drag.boxes[drag.from - 1]]
      const gap = own && next ? Math.abs(next.top - own.top) - (next.top > own.top ? own : next).height : 0
      const room = (own?.height ?? 0) + gap
      if (row > drag.from && row <= place) return -room
      return row < drag.from && row >= place ? room : 0
    },
    handle: from => ({
      onPointerDown: event => {
        const list = event.currentTarget.closest('li')?.parentElement
        if (!list || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        pointer.current = event.pointerId
        const boxes = [...list.children].map(row => {
          const { top, height } = row.getBoundingClientRect()
          return { top: top + window.scrollY, height }
        })
        setDrag({ from, startY: event.clientY + window.scrollY, by: 0, boxes })
      },
      onPointerMove: event => {
        if (pointer.current !== event.pointerId) return
        const y = event.clientY + window.scrollY
        setDrag(known => known && { ...known, by: y - known.startY })
      },
      onPointerUp: () => {
        if (drag && place !== drag.from) onMove(drag.from, place)
        end()
      },
      onPointerCancel: end,
    }),
  }
}
