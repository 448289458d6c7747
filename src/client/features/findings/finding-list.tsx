import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getArea } from '../../../domain/audits/area.ts'
import { gradeWords } from '../../../domain/audits/grade.ts'
import type { FindingLine } from '../../../domain/audits/list-findings.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { FindingMark } from './finding-mark.tsx'

interface Props {
  readonly lines: readonly FindingLine[]
  readonly nameOf: (unit: string) => string
  readonly hasUnits: boolean
  readonly isMine: (line: FindingLine) => boolean
}

/** Lists of this length are drawn whole: screen readers and the browser's own search find everything. */
const wholeUpTo = 60
const rowHeight = 104

/** The findings as rows to open; of thousands only those near the screen are drawn. */
export function FindingList({ lines, nameOf, hasUnits, isMine }: Props) {
  const { t } = useTranslation('findings')
  const text = useLocalText()
  const format = useFormat()
  const list = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [])
  const isWhole = lines.length <= wholeUpTo
  // oxlint-disable-next-line react/incompatible-library -- what it gives is read while drawing and handed to nobody
  const rows = useWindowVirtualizer({
    count: isWhole ? 0 : lines.length,
    estimateSize: () => rowHeight,
    getItemKey: at => lines[at]?.thing ?? at,
    overscan: 6,
    scrollMargin: top,
  })

  const row = (line: FindingLine) => (
    <ListRow
      key={line.thing}
      to={`/findings/${encodeURIComponent(line.thing)}`}
      title={line.nature || line.number}
      meta={[
        text(gradeWords.find(({ id }) => id === line.grade)?.short ?? { vi: line.grade }),
        line.clauses.join(', '),
        line.area && text(getArea(line.area)?.label ?? { vi: line.area }),
        hasUnits && nameOf(line.unit),
        line.dueOn && line.waitsFor !== 'nobody' && t('due', { date: format.date(line.dueOn) }),
        line.isRepeat && t('repeat'),
      ]
        .filter(Boolean)
        .join(' · ')}
      state={<FindingMark line={line} isMine={isMine(line)} />}
    />
  )
  if (isWhole)
    return (
      <Card flush>
        <RowList label={t('title')}>{lines.map(row)}</RowList>
      </Card>
    )
  const items = rows.getVirtualItems()
  const first = items[0]
  return (
    <Card flush>
      <div ref={list}>
        <div ref={sizer(rows.getTotalSize())}>
          <div ref={shifter((first?.start ?? 0) - top)}>
            <RowList label={t('title')}>
              {items.map(({ index }) => {
                const line = lines[index]
                return line && row(line)
              })}
            </RowList>
          </div>
        </div>
      </div>
    </Card>
  )
}

/** The CSP allows no style attributes in HTML; set by script they are none. */
const sizer = (height: number) => (element: HTMLElement | null) => {
  element?.style.setProperty('height', `${height}px`)
}
const shifter = (offset: number) => (element: HTMLElement | null) => {
  element?.style.setProperty('transform', `translateY(${offset}px)`)
}
