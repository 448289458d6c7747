/** The options in the order kept so far; what the order does not know yet comes last, what no longer exists goes. */
export function orderOf(options: readonly string[], order: readonly string[] | null): readonly string[] {
  const known = (order ?? []).filter(value => options.includes(value))
  return [...known, ...options.filter(value => !known.includes(value))]
}

/** One moved to another place (0 is the first), the others closing up. */
export function moveTo(order: readonly string[], value: string, place: number): readonly string[] {
  if (!order.includes(value)) return order
  return order.filter(other => other !== value).toSpliced(Math.max(0, place), 0, value)
}

/** A row on the screen: where it begins and how tall it is, in pixels. */
export interface RowBox {
  readonly top: number
  readonly height: number
}

/** The place a row dragged by so many pixels would take: it passes a neighbour once its edge passes that one's middle. */
export function placeOfDrag(boxes: readonly RowBox[], from: number, by: number): number {
  const dragged = boxes[from]
  if (!dragged) return from
  const [top, bottom] = [dragged.top + by, dragged.top + dragged.height + by]
  const middle = (box: RowBox) => box.top + box.height / 2
  const passedUp = boxes.slice(0, from).filter(box => top < middle(box)).length
  const passedDown = boxes.slice(from + 1).filter(box => bottom > middle(box)).length
  return from - passedUp + passedDown
}
