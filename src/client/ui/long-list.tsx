import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
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
  const isWhole = items.length <= wholeUpTo
  // oxlint-disable-next-line react/incompatible-library -- what it gives is read while drawing and handed to nobody
  const rows = useWindowVirtualizer({
    count: isWhole ? 0 : items.length,
    estimateSize: () => rowHeight,
    getItemKey: at => {
      const item = items[at]
      return item === undefined ? at : itemKey(item)
    },
    overscan: 6,
    scrollMargin: top,
  })
  if (isWhole) return <RowList label={label}>{items.map(row)}</RowList>
  const drawn = rows.getVirtualItems()
  return (
    <div ref={list} className={styles.all} style={{ '--height': `${rows.getTotalSize()}px` }}>
      <div className={styles.drawn} style={{ '--top': `${(drawn[0]?.start ?? 0) - top}px` }}>
        <RowList label={label}>
          {drawn.map(({ index }) => {
            const item = items[index]
            return item !== undefined && row(item)
          })}
        </RowList>
      </div>
    </div>
  )
}
