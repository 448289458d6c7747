import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { areas } from '../../../domain/audits/area.ts'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import type { Standard } from '../../../domain/audits/clause.ts'
import { missingOf, type DraftFinding } from '../../../domain/audits/draft-finding.ts'
import type { Grade } from '../../../domain/audits/grade.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { workAddress } from '../../context/audit-addresses.ts'
import { useAuditWords } from '../../context/use-audit-words.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import type { IconName } from '../../ui/icon-shapes.ts'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { Select } from '../../ui/select.tsx'
import type { Tone } from '../../ui/tone.ts'
import styles from './audit-work.module.css'
import { ClausePicker } from './clause-picker.tsx'
import { useOpenFieldwork } from './fieldwork-context.tsx'
import { LongText } from './long-text.tsx'

const looks: Readonly<Record<Grade, { readonly icon: IconName; readonly tone: Tone }>> = {
  major: { icon: 'octagon', tone: 'danger' },
  minor: { icon: 'warning', tone: 'warning' },
  ofi: { icon: 'arrowUpRight', tone: 'info' },
  strength: { icon: 'star', tone: 'success' },
}

interface Props {
  readonly finding: DraftFinding
  readonly standard: Standard
  readonly mayChange: boolean
}

/** The parts of a finding as fields; each is saved by itself. */
export function FindingEditor({ finding, standard, mayChange }: Props) {
  const { fieldwork, thing, refuse } = useOpenFieldwork()
  const { t } = useTranslation('auditWork')
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const { checkName } = useAuditWords()
  const { number } = finding
  const disabled = !mayChange
  const missing = missingOf(finding)
  const grade = gradeWords.find(({ id }) => id === finding.grade)
  // Who works in an area finds nothing there; the rest of the team does.
  const mayName = (area: string): boolean => area === finding.area || refuse(area) === undefined
  const texts = ['requirement', 'proof', 'nature'] as const
  return (
    <div className={styles.details}>
      <div className={styles.grades}>
        <SegmentedChoice
          label={t('part.grade')}
          hint={grade && text(grade.definition)}
          segments={gradeWords.map(({ id, label }) => ({ value: id, label: text(label), ...looks[id] }))}
          value={finding.grade ?? null}
          disabled={disabled}
          onChange={next => {
            if (next !== null) fieldwork.put(auditFields.finding(number, 'grade'), next, 'now')
          }}
        />
      </div>
      <ClausePicker
        finding={finding}
        standard={standard}
        disabled={disabled}
        onChange={next => fieldwork.put(auditFields.finding(number, 'clauses'), next, 'now')}
      />
      {texts.map(part => (
        <LongText
          key={part}
          field={auditFields.finding(number, part)}
          label={t(`part.${part}`)}
          hint={t(`partHint.${part}`)}
          value={finding[part]}
          disabled={disabled}
          required={missing.includes(part)}
        />
      ))}
      <Select
        label={t('part.area')}
        options={areas
          .filter(({ id }) => mayName(id))
          .map(({ id, label }) => ({ value: id, label: text(label) }))}
        value={finding.area ?? null}
        disabled={disabled}
        onChange={next => fieldwork.put(auditFields.finding(number, 'area'), next, 'now')}
      />
      <LongText
        field={auditFields.finding(number, 'responsible')}
        label={t('part.responsible')}
        hint={t('partHint.responsible')}
        value={finding.responsible}
        disabled={disabled}
        rows={1}
      />
      {finding.checks.length > 0 && (
        <div>
          <p className={styles.soft}>{t('part.checks')}</p>
          <ul className={styles.links}>
            {finding.checks.map(check => (
              <li key={check}>
                <Link to={workAddress(thing, check)}>{checkName(check)}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
