import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import styles from './long-list.module.css'
import { RowList } from './row-list.tsx'

/** Lists of this length are drawn whole: screen readers and the browser's own search find everything. */
const wholeUpTo = 60

interface Props<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly itemKey: (item: Item) => string
  /** About how high a row is, in pixels. */
  readonly rowHeight: number
  /** A ListRow. */
  readonly row: (item: Item) => ReactNode
}

/** A list of rows to open; of thousands only those near the screen are drawn. */
export function LongList<Item>({ label, items, itemKey, rowHeight, row }: Props<Item>) {
  const list = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [])
  // The list's own copy of what is asked of an item: with another function all ten thousand rows are laid out anew.
  const keyOf = useCallback(
    (at: number) => {
      const item = items[at]
      return item === undefined ? at : itemKey(item)
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key of an item is always the same
    [items],
  )
  const isWhole = items.length <= wholeUpTo
  // oxlint-disable-next-line react/incompatible-library -- what it gives is read while drawing and handed to nobody
  const rows = useWindowVirtualizer({
    count: isWhole ? 0 : items.length,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: 6,
    scrollMargin: top,
  })
  // While the list only moves, its rows are the same elements: nothing of them is rendered again.
  const draw = useMemo(() => drawOnce(row), [row])
  if (isWhole) return <RowList label={label}>{items.map(row)}</RowList>
  const drawn = rows.getVirtualItems()
  return (
    <div ref={list} className={styles.all} style={{ '--height': `${rows.getTotalSize()}px` }}>
      <div className={styles.drawn} style={{ '--top': `${(drawn[0]?.start ?? 0) - top}px` }}>
        <RowList label={label}>
          {drawn.map(({ index }) => {
            const item = items[index]
            return item !== undefined && draw(item)
          })}
        </RowList>
      </div>
    </div>
  )
}

function drawOnce<Item>(row: (item: Item) => ReactNode): (item: Item) => ReactNode {
  const drawn = new Map<Item, ReactNode>()
  return item => {
    if (!drawn.has(item)) drawn.set(item, row(item))
    return drawn.get(item)
  }
}
