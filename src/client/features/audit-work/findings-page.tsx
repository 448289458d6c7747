import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { auditFields, auditType } from '../../../domain/audits/audit-fields.ts'
import { missingOf, type DraftFinding } from '../../../domain/audits/draft-finding.ts'
import type { EarlierFinding } from '../../../domain/audits/find-repeats.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useApp } from '../../context/app-context.tsx'
import { workAddress } from '../../context/audit-addresses.ts'
import { useEarlierFindings } from '../../context/use-earlier-findings.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { buttonClass } from '../../ui/button-look.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AuditGate, type OpenAudit } from './audit-gate.tsx'
import styles from './audit-work.module.css'
import { FindingCard, findingElement } from './finding-card.tsx'
import { focusElement } from './focus-element.ts'
import { StateBanner } from './state-banner.tsx'
import { WithdrawnList } from './withdrawn-list.tsx'

/** `/audits/:thing/findings`: what the report will raise. */
export function Component() {
  return <AuditGate title={t => t('findings.title')}>{open => <Findings {...open} />}</AuditGate>
}

const none: readonly EarlierFinding[] = []

function Findings(open: OpenAudit) {
  const { audit, thing, feed, subtitle, fieldwork, refuse } = open
  const app = useApp()
  const { t } = useTranslation('auditWork')
  const [params, setParams] = useSearchParams()
  const [problem, setProblem] = useState<'noSeat' | 'notSaved'>()
  const earlier = useEarlierFindings() ?? none
  const aim = params.get('open')
  const all = [...audit.findings.values()]
  const standing = all.filter(({ withdrawn }) => !withdrawn)
  const withdrawn = all.filter(finding => finding.withdrawn)
  const mayChange = refuse(null) === undefined

  useEffect(() => {
    if (aim !== null) focusElement(findingElement(aim))
  }, [aim])

  const show = (number: string | null): void =>
    setParams(number === null ? {} : { open: number }, { replace: true, preventScrollReset: true })

  async function begin(): Promise<void> {
    setProblem(undefined)
    const seat = await app.seat()
    if (seat === undefined) {
      setProblem('noSeat')
      return
    }
    const number = fieldwork.takeNumber(seat)
    const field = auditFields.finding(number, 'checks')
    const saved = await app.save([{ feed, type: auditType, thing, field, value: [] }])
    if (saved.ok) show(number)
    else setProblem('notSaved')
  }

  return (
    <>
      <PageHeader
        title={t('findings.title')}
        subtitle={subtitle}
        back={{ to: `/audits/${encodeURIComponent(thing)}`, label: t('toAudit') }}
        actions={
          <Link to={workAddress(thing)} className={buttonClass({})}>
            <Icon name="clipboard" />
            {t('toWork')}
          </Link>
        }
      />
      <div className={styles.page}>
        <StateBanner {...open} />
        {problem && (
          <Banner tone="warning" announce onDismiss={() => setProblem(undefined)}>
            {t(`raise.${problem}`)}
          </Banner>
        )}
        {standing.length === 0 ? (
          <EmptyState icon="flag" title={t('findings.none')}>
            {t('findings.noneHint')}
          </EmptyState>
        ) : (
          <Summary findings={standing} />
        )}
        {standing.map(({ number }) => (
          <FindingCard
            key={number}
            number={number}
            audit={audit}
            earlier={earlier}
            isOpen={aim === number}
            onToggle={() => show(aim === number ? null : number)}
          />
        ))}
        {mayChange && (
          <div>
            <Button icon="plus" onClick={() => void begin()}>
              {t('findings.add')}
            </Button>
          </div>
        )}
        {withdrawn.length > 0 && <WithdrawnList findings={withdrawn} mayChange={mayChange} />}
      </div>
    </>
  )
}

/** How many of each grade, and how many are not whole yet. */
function Summary({ findings }: { readonly findings: readonly DraftFinding[] }) {
  const { t } = useTranslation('auditWork')
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const counts = gradeWords.flatMap(({ id, label }) => {
    const count = findings.filter(({ grade }) => grade === id).length
    return count > 0 ? [`${text(label)}: ${count}`] : []
  })
  const open = findings.filter(finding => missingOf(finding).length > 0).length
  return (
    <p className={styles.summary}>
      {[...counts, open > 0 ? t('findings.unfinished', { count: open }) : t('findings.whole')].join(' · ')}
    </p>
  )
}
