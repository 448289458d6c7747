import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateResult } from '../../../domain/qms/judge-gates.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { GateDialog } from './gate-dialog.tsx'
import { GateMark } from './gate-mark.tsx'
import { useRoad } from './use-road.ts'
import { useWhyWords } from '../../context/use-why-words.ts'

/** `/road/readiness`: the 29 conditions of the declaration, each explaining itself. */
export function Component() {
  const road = useRoad()
  const { t, ready } = useTranslation('road')
  const text = useLocalText()
  const why = useWhyWords()
  const nameOf = usePersonName()
  const format = useFormat()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [opened, setOpened] = useState<string>()
  if (!ready || road === undefined || (road && !road.qms)) return <Spinner />
  if (road === null || !road.qms) {
    return (
      <>
        <PageHeader title={t('readiness.title')} back={{ to: '/road', label: t('title') }} />
        <EmptyState icon="flag" title={t('none')} />
      </>
    )
  }
  const { gates, readiness } = road.qms
  /** What the figures say; of what somebody looks at, who did and when, or what is to be looked at. */
  const metaOf = ({ gate, computed, judged }: GateResult): string => {
    if (computed) return why(computed.why)
    if (!judged) return t(`gate.proof.${gate.proof}`)
    return t('gate.judgedBy', { name: nameOf(judged.author), time: format.dateTime(judged.at) })
  }
  const isOpen = ({ gate, value }: GateResult): boolean => gate.isMust && value !== 'met' && value !== 'na'
  const shown = chosen.includes('open') ? gates.filter(isOpen) : gates
  const sections = [...Map.groupBy(shown, ({ gate }) => text(gate.section))]
  const gate = gates.find(one => one.gate.id === opened)
  return (
    <>
      <PageHeader
        title={t('readiness.title')}
        subtitle={road.unit.fullName}
        back={{ to: `/road?unit=${encodeURIComponent(road.unit.id)}`, label: t('title') }}
        state={
          <StateMark
            state={readiness === 'ready' ? 'approved' : readiness === 'almost' ? 'dueSoon' : 'inProgress'}
          >
            {t(`readiness.state.${readiness}`)}
          </StateMark>
        }
      />
      <FilterChips
        label={t('readiness.filter')}
        value={chosen}
        onChange={setChosen}
        options={[{ value: 'open', label: t('readiness.openOnly'), count: gates.filter(isOpen).length }]}
      />
      {sections.map(([title, own]) => (
        <Card key={title} title={title} flush>
          <RowList label={title}>
            {own.map(result => (
              <ListRow
                key={result.gate.id}
                title={text(result.gate.label)}
                meta={metaOf(result)}
                state={<GateMark result={result} />}
                onSelect={() => setOpened(result.gate.id)}
              />
            ))}
          </RowList>
        </Card>
      ))}
      {gate && (
        <GateDialog key={gate.gate.id} result={gate} road={road} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}
