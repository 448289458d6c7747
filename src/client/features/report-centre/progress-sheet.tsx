import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { paperFrame } from '../../../domain/reports/papers/paper-frame.ts'
import type { PaperWords } from '../../../domain/reports/papers/paper-words.ts'
import { progressFigures } from '../../../domain/reports/progress/progress-figures.ts'
import { progressPaper, type ProgressKind } from '../../../domain/reports/progress/progress-paper.ts'
import { progressTable, progressTableNames } from '../../../domain/reports/progress/progress-tables.ts'
import { addDays, isDay } from '../../../lib/calendar-day.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { useApp } from '../../context/app-context.tsx'
import type { CommuneRecords } from '../../context/communes/use-commune-records.ts'
import { PaperSheet } from '../../context/papers/paper-sheet.tsx'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useTableNames } from '../../context/tables/use-table-names.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useSettings } from '../../context/use-settings.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Spinner } from '../../ui/spinner.tsx'

interface Props {
  readonly kind: ProgressKind
  /** Any day of the month. */
  readonly month: string
  /** Only the communes of this one; null for all. */
  readonly district: string | null
  readonly records: CommuneRecords
}

/** The report as a paper, with its tables as a workbook. */
export function ProgressSheet({ kind, month, district, records }: Props) {
  const app = useApp()
  const names = useTableNames()
  const directory = useDirectory()
  const settings = useSettings()
  const { t } = useTranslation(['reportCentre', 'papers'])
  const format = useFormat()
  const text = useLocalText()
  const { language } = useLanguage()
  const today = app.today()
  const { communes: all } = records

  const figures = useMemo(() => {
    const communes = district === null ? all : all.filter(one => one.district?.id === district)
    return progressFigures(communes, { ...spanOf(kind, month, today), today, dayOf: vietnamDayOf })
  }, [all, district, kind, month, today])

  const first = all.find(one => district === null || one.district?.id === district)
  if (!names || !directory || !settings || !first) return <Spinner />
  const [own] = directory.assignmentsOf(app.person.id)
  const unit = directory.tree.get(district ?? own?.unit ?? '') ?? first.unit
  const paperWords: PaperWords = (key, values) => t(`papers:${key}` as 'papers:title', { ...values })
  const paper = progressPaper({
    kind,
    figures,
    names,
    paperWords,
    frame: paperFrame({
      unit,
      tree: directory.tree,
      date: today,
      words: paperWords,
      language,
      hasParent: settings.hasParent,
      signing: settings.signing,
    }),
    date: format.date,
    programme: text(first.programme.name),
    ...spanOf(kind, month, today),
    today,
  })
  return (
    <PaperSheet
      paper={paper}
      more={
        <TableDownload
          label={t('workbook')}
          formats={['xlsx']}
          fileName={paper.fileName}
          rows={figures.communes.length}
          make={() => progressTableNames.map(name => progressTable(name, figures, names))}
        />
      }
    />
  )
}

/** The days of the month as far as they have come; for the summary, all that came before today. */
function spanOf(
  kind: ProgressKind,
  month: string,
  today: string,
): { readonly from: string; readonly to: string } {
  if (kind === 'pilot') return { from: '0001-01-01', to: today }
  const day = isDay(month) ? month : today
  const from = `${day.slice(0, 7)}-01`
  const last = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1)
  return { from, to: last < today ? last : today }
}
