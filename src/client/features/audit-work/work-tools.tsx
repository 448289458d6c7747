import { useTranslation } from 'react-i18next'
import { checkFilters, isCheckFilter, type CheckFilter } from '../../../domain/audits/filter-checks.ts'
import { checkOrders, type CheckOrder } from '../../../domain/audits/group-checks.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { Select } from '../../ui/select.tsx'
import type { Option } from '../../ui/option.ts'
import styles from './audit-work.module.css'

interface Props {
  readonly order: CheckOrder
  readonly onOrder: (order: CheckOrder) => void
  readonly only: readonly CheckFilter[]
  readonly counts: Readonly<Record<CheckFilter, number>>
  readonly onOnly: (only: readonly CheckFilter[]) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  /** The groups to jump to. */
  readonly places: readonly Option[]
  readonly onPlace: (id: string) => void
}

const icons = { clause: 'list', area: 'building' } as const

/** How the checklist is walked, and what of it is shown. */
export function WorkTools({
  order,
  onOrder,
  only,
  counts,
  onOnly,
  search,
  onSearch,
  places,
  onPlace,
}: Props) {
  const { t } = useTranslation('auditWork')
  return (
    <div className={styles.tools}>
      <SegmentedChoice
        label={t('order.label')}
        labelHidden
        segments={checkOrders.map(value => ({ value, label: t(`order.${value}`), icon: icons[value] }))}
        value={order}
        onChange={value => {
          const chosen = checkOrders.find(one => one === value)
          if (chosen) onOrder(chosen)
        }}
      />
      <FilterChips
        label={t('filter.label')}
        kind="many"
        options={checkFilters.map(value => ({ value, label: t(`filter.${value}`), count: counts[value] }))}
        value={only}
        onChange={next => onOnly(next.filter(isCheckFilter))}
      />
      <div className={styles.find}>
        <SearchField label={t('search')} value={search} debounceMs={200} onChange={onSearch} />
        <Select
          label={t('jump')}
          labelHidden
          empty={t('jump')}
          options={places}
          value={null}
          onChange={id => {
            if (id !== null) onPlace(id)
          }}
        />
      </div>
    </div>
  )
}
