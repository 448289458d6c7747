import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { auditType } from '../../../domain/audits/audit-fields.ts'
import { getClause } from '../../../domain/audits/clause.ts'
import type { PlannedCheck } from '../../../domain/audits/checklist.ts'
import { findingFromCheck } from '../../../domain/audits/finding-from-check.ts'
import { gradeOf } from '../../../domain/audits/verdict.ts'
import { useApp } from '../../context/app-context.tsx'
import { findingAddress } from '../../context/audit-addresses.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { buttonClass } from '../../ui/button-look.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './audit-work.module.css'
import { useOpenFieldwork } from './fieldwork-context.tsx'
import type { CheckView } from './fieldwork.ts'
import { useSampledText } from './use-sampled-text.ts'

interface Props {
  readonly planned: PlannedCheck
  readonly view: CheckView
  readonly mayChange: boolean
}

/** One tap turns a check into a finding with all that is there already; then the way to it. */
export function RaiseFinding({ planned, view, mayChange }: Props) {
  const app = useApp()
  const { fieldwork, thing, feed } = useOpenFieldwork()
  const { t } = useTranslation(['auditWork', 'audits'])
  const text = useLocalText()
  const sampledText = useSampledText()
  const [problem, setProblem] = useState<'noSeat' | 'notSaved'>()
  const [isRaising, setRaising] = useState(false)
  const { check, findings } = view
  const verdict = check?.verdict?.value
  const mayRaise = mayChange && gradeOf(verdict) !== undefined && findings.length === 0

  /** The clause by its name and what was asked about it: a question alone would be no requirement. */
  function requirementOf({ clauses, label }: PlannedCheck['item']): string {
    const { standard } = fieldwork.audit()
    const named = clauses.map(id => `${id} ${text(getClause(standard, id)?.title ?? { vi: '' })}`.trim())
    return t('raise.requirement', {
      standard: t(`audits:standard.${standard}`),
      clauses: named.join('; '),
      question: text(label),
    })
  }

  async function raise(): Promise<void> {
    setProblem(undefined)
    const seat = await app.seat()
    if (seat === undefined) {
      setProblem('noSeat')
      return
    }
    // What is still being typed belongs into the finding.
    await fieldwork.flush()
    const newest = fieldwork.check(planned.key).check
    const fields =
      newest &&
      findingFromCheck({
        number: fieldwork.takeNumber(seat),
        item: planned.item,
        check: newest,
        requirement: requirementOf(planned.item),
        sampled: sampledText(newest),
      })
    const saved =
      fields && (await app.save(fields.map(field => ({ feed, type: auditType, thing, ...field }))))
    if (saved && !saved.ok) setProblem('notSaved')
  }

  if (!mayRaise && findings.length === 0 && !problem) return null
  return (
    <>
      {problem && (
        <Banner tone="warning" announce onDismiss={() => setProblem(undefined)}>
          {t(`raise.${problem}`)}
        </Banner>
      )}
      <div className={styles.buttons}>
        {findings.map(number => (
          <Link key={number} to={findingAddress(thing, number)} className={buttonClass({})}>
            <Icon name="flag" />
            {t('raise.open', { number })}
          </Link>
        ))}
        {mayRaise && (
          <Button
            icon={verdict === 'conform' ? 'star' : 'flag'}
            look={verdict === 'conform' ? 'quiet' : 'secondary'}
            busy={isRaising}
            onClick={() => {
              setRaising(true)
              void raise().finally(() => setRaising(false))
            }}
          >
            {t(verdict === 'conform' ? 'raise.strength' : 'raise.finding')}
          </Button>
        )}
      </div>
    </>
  )
}
