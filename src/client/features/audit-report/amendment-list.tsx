import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Amendable } from '../../../domain/audits/amendment.ts'
import { getArea } from '../../../domain/audits/area.ts'
import { findingFields, findingType } from '../../../domain/audits/finding-fields.ts'
import type { Finding } from '../../../domain/audits/finding.ts'
import { refuseFindingChange } from '../../../domain/audits/refuse-finding-change.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useApp } from '../../context/app-context.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { useScope } from '../../context/use-scope.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './audit-report.module.css'
import type { ReportPage } from './use-report-page.ts'

interface Props {
  readonly page: ReportPage
  readonly thing: string
  readonly finding: Finding
}

/** Amendments of a signed finding: before and after, why, by whom, and who agreed. */
export function AmendmentList({ page, thing, finding }: Props) {
  const app = useApp()
  const scope = useScope()
  const { t } = useTranslation('auditReport')
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const format = useFormat()
  const nameOf = usePersonName()
  const [hasFailed, setFailed] = useState(false)
  const given = {
    finding,
    person: app.person.id,
    mayDo: (action: Parameters<NonNullable<typeof scope>['mayDo']>[0]) =>
      scope?.mayDo(action, page.unit) === true,
  }

  function words(part: Amendable, value: JsonValue | undefined): string {
    if (part === 'grade') return text(gradeWords.find(({ id }) => id === value)?.label ?? { vi: '' })
    if (part === 'area') return text((typeof value === 'string' && getArea(value)?.label) || { vi: '' })
    return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
  }

  async function agree(id: string): Promise<void> {
    const field = findingFields.agreement(id)
    const saved = await app.save([{ feed: page.feed, type: findingType, thing, field, value: true }])
    setFailed(!saved.ok)
  }

  if (finding.amendments.length === 0) return null
  return (
    <ul className={styles.amendments}>
      {finding.amendments.map(({ id, part, value, reason, author, at, agreedBy }) => (
        <li key={id}>
          <StateMark state={agreedBy === undefined ? 'waiting' : 'done'}>
            {agreedBy === undefined ? t('amend.waits') : t('amend.agreed', { name: nameOf(agreedBy) })}
          </StateMark>
          <p className={styles.words}>
            {t('amend.change', {
              part: t(`part.${part}`),
              before: words(part, finding.signed?.[part] as JsonValue | undefined),
              after: words(part, value),
            })}
          </p>
          <p className={styles.soft}>
            {t('amend.why', { reason, name: nameOf(author), time: format.dateTime(at) })}
          </p>
          {agreedBy === undefined &&
            refuseFindingChange(findingFields.agreement(id), true, given) === undefined && (
              <Button icon="check" onClick={() => void agree(id)}>
                {t('amend.agree')}
              </Button>
            )}
        </li>
      ))}
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('sign.problem.failed')}
        </Banner>
      )}
    </ul>
  )
}
