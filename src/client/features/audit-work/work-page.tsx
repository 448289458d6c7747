import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { getArea } from '../../../domain/audits/area.ts'
import { countChecks } from '../../../domain/audits/count-checks.ts'
import type { PlannedCheck } from '../../../domain/audits/checklist.ts'
import { checkFilters, filterChecks, isCheckFilter, passes } from '../../../domain/audits/filter-checks.ts'
import { groupChecks } from '../../../domain/audits/group-checks.ts'
import { useApp } from '../../context/app-context.tsx'
import { findingAddress } from '../../context/audit-addresses.ts'
import { localText } from '../../i18n/local-text.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { buttonClass } from '../../ui/button-look.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { AuditGate, type OpenAudit } from './audit-gate.tsx'
import styles from './audit-work.module.css'
import { checkElement } from './check-card.tsx'
import { CheckList, groupElement, useGroupName } from './check-list.tsx'
import { FinishedCard } from './finished-card.tsx'
import { focusElement } from './focus-element.ts'
import { StateBanner } from './state-banner.tsx'
import { WorkTools } from './work-tools.tsx'

/** `/audits/:thing/work`: the checklist at the counter. */
export function Component() {
  return <AuditGate title={t => t('title')}>{open => <Work {...open} />}</AuditGate>
}

function Work(open: OpenAudit) {
  const { fieldwork, audit, planned, thing, subtitle } = open
  const app = useApp()
  const { t } = useTranslation('auditWork')
  const { language } = useLanguage()
  const [params, setParams] = useSearchParams()
  const [search, setSearch] = useState('')
  const order = params.get('by') === 'area' ? 'area' : 'clause'
  const filters = params.get('only') ?? ''
  const only = useMemo(() => filters.split(' ').filter(isCheckFilter), [filters])
  const aim = params.get('check')
  const nameOf = useGroupName(order, audit.standard)

  // Of the moment in which it was asked for: what is answered meanwhile does not vanish under the thumb.
  const groups = useMemo(() => {
    const textOf = ({ item, area }: PlannedCheck): string =>
      [
        ...item.clauses,
        ...[item.label, item.evidenceToSee, getArea(area)?.label].map(one => one && localText(one, language)),
      ].join(' ')
    const { checks } = fieldwork.audit()
    return groupChecks(filterChecks(planned, { checks, only, person: app.person.id, search, textOf }), order)
  }, [planned, fieldwork, only, app.person.id, search, order, language])

  useEffect(() => {
    if (aim !== null) focusElement(checkElement(aim))
  }, [aim])

  function set(name: string, value: string): void {
    setParams(
      before => {
        const next = new URLSearchParams(before)
        next.delete('check')
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  }

  const counts = Object.fromEntries(
    checkFilters.map(filter => [
      filter,
      planned.filter(one => passes(filter, one, audit.checks.get(one.key), app.person.id)).length,
    ]),
  ) as Record<(typeof checkFilters)[number], number>
  const { total, done, withGaps } = countChecks(planned, audit.checks)
  const raised = [...audit.findings.values()].filter(({ withdrawn }) => !withdrawn).length

  /** Goes on from the card that is being worked on, and begins again at the top. */
  function goToNext(): void {
    const shown = groups.flatMap(({ checks }) => checks)
    const { checks } = fieldwork.audit()
    const focused = document.activeElement?.closest('article')?.id
    const at = shown.findIndex(({ key }) => checkElement(key) === focused)
    const next = [...shown.slice(at + 1), ...shown.slice(0, at + 1)].find(one =>
      passes('unanswered', one, checks.get(one.key), app.person.id),
    )
    void fieldwork.flush()
    if (next) focusElement(checkElement(next.key))
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={subtitle}
        back={{ to: `/audits/${encodeURIComponent(thing)}`, label: t('toAudit') }}
        actions={
          <Link to={findingAddress(thing)} className={buttonClass({})}>
            <Icon name="flag" />
            {t('toFindings', { count: raised })}
          </Link>
        }
      />
      <div className={styles.page}>
        <StateBanner {...open} />
        {planned.length === 0 ? (
          <EmptyState icon="clipboard" title={t('nothingPlanned')} />
        ) : (
          <>
            <ProgressBar
              label={t('progress')}
              done={done}
              total={total}
              count={withGaps === 0 ? undefined : t('progressGaps', { done, total, gaps: withGaps })}
            />
            <WorkTools
              order={order}
              onOrder={next => set('by', next === 'area' ? 'area' : '')}
              only={only}
              counts={counts}
              onOnly={next => set('only', next.join(' '))}
              search={search}
              onSearch={setSearch}
              places={groups.map(({ id, checks }) => ({
                value: id,
                label: `${nameOf(id)} (${checks.length})`,
              }))}
              onPlace={id => focusElement(groupElement(id))}
            />
            {groups.length === 0 ? (
              <EmptyState icon="search" title={t('nothingFound')} />
            ) : (
              <CheckList groups={groups} order={order} standard={audit.standard} />
            )}
            <FinishedCard {...open} unanswered={counts.unanswered + counts.gaps} />
          </>
        )}
      </div>
      {counts.unanswered > 0 && groups.length > 0 && audit.state === 'underway' && (
        <ActionBar>
          <Button look="primary" iconEnd="arrowRight" onClick={goToNext}>
            {t('next', { count: counts.unanswered })}
          </Button>
        </ActionBar>
      )}
    </>
  )
}
