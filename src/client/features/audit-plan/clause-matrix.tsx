import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { areas } from '../../../domain/audits/area.ts'
import { clausesForArea } from '../../../domain/audits/checklist.ts'
import { isWithin, listClauses, type Standard } from '../../../domain/audits/clause.ts'
import { coverOf } from '../../../domain/audits/coverage.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { CoverGrid } from './cover-grid.tsx'
import { CoverMark } from './cover-mark.tsx'
import styles from './cover.module.css'
import type { Programme } from './use-programme.ts'

interface Props {
  readonly programme: Programme
  readonly unit: string
  readonly year: number
  readonly standard: Standard
}

/** Clause by area in one commune. A dash stands where the checklist has nothing to ask. */
export function ClauseMatrix({ programme, unit, year, standard }: Props) {
  const { t } = useTranslation('auditPlan')
  const text = useLocalText()
  const lines = useMemo(() => {
    const facts = programme.factsOf(unit)
    const checklist = programme.checklists.list.findLast(one => one.standard === standard)
    const asked = new Map(
      areas.map(({ id }) => [id, checklist && clausesForArea(checklist.items, id)] as const),
    )
    return listClauses(standard)
      .filter(({ id }) => id.split('.').length <= 2)
      .map(({ id, title }) => ({
        key: id,
        isGroup: !id.includes('.'),
        head: `${id} ${text(title)}`,
        cells: areas.map(({ id: area }) => {
          const cover = coverOf(facts, { year, area, clause: id })
          const isAsked = asked.get(area)?.some(one => isWithin(id, one)) ?? true
          if (isAsked || cover.state !== 'never') return <CoverMark key={area} cover={cover} />
          return (
            <span key={area} className={styles.none}>
              <span aria-hidden="true">—</span>
              <VisuallyHidden>{t('cover.notAsked')}</VisuallyHidden>
            </span>
          )
        }),
      }))
  }, [programme, unit, year, standard, text, t])
  return (
    <Card title={t('programme.clauses')} subtitle={t('programme.clausesHint')} flush>
      <CoverGrid
        caption={t('programme.clauses')}
        corner={t('programme.clause')}
        columns={areas.map(({ id, label }) => ({ key: id, label: text(label) }))}
        lines={lines}
      />
    </Card>
  )
}
