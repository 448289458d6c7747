import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { getArea } from '../../../domain/audits/area.ts'
import type { FindingLine } from '../../../domain/audits/list-findings.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { FindingMark } from './finding-mark.tsx'

interface Props {
  readonly lines: readonly FindingLine[]
  readonly nameOf: (unit: string) => string
  readonly hasUnits: boolean
  readonly isMine: (line: FindingLine) => boolean
}

const rowHeight = 104

/** The findings as rows to open; of thousands only those near the screen are drawn. */
export const FindingList = memo(function FindingList({ lines, nameOf, hasUnits, isMine }: Props) {
  const { t } = useTranslation('findings')
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const format = useFormat()

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
  return (
    <Card flush>
      <LongList
        label={t('title')}
        items={lines}
        itemKey={({ thing }) => thing}
        rowHeight={rowHeight}
        row={row}
      />
    </Card>
  )
})
