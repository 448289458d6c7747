import { useTranslation } from 'react-i18next'
import { byClause, getClause, listClauses, type Standard } from '../../../domain/audits/clause.ts'
import type { DraftFinding } from '../../../domain/audits/draft-finding.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './audit-work.module.css'
import { BothEditions } from './finding-statement.tsx'

interface Props {
  readonly finding: DraftFinding
  readonly standard: Standard
  readonly disabled: boolean
  readonly onChange: (clauses: readonly string[]) => void
}

/** The clauses a finding is against; those of the other edition follow by themselves. */
export function ClausePicker({ finding, standard, disabled, onChange }: Props) {
  const { t } = useTranslation('auditWork')
  const text = useLocalText()
  const { clauses } = finding
  const nameOf = (id: string): string => {
    const clause = getClause(standard, id)
    return clause ? `${id} ${text(clause.title)}` : id
  }
  return (
    <div className={styles.details}>
      <Select
        label={t('clauses.add')}
        empty={t('clauses.choose')}
        options={listClauses(standard)
          .filter(({ id }) => !clauses.includes(id))
          .map(({ id }) => ({ value: id, label: nameOf(id) }))}
        value={null}
        disabled={disabled}
        onChange={id => {
          if (id !== null) onChange([...clauses, id].sort(byClause))
        }}
      />
      {clauses.length > 0 && (
        <>
          <ul className={styles.clauses}>
            {clauses.map(id => (
              <li key={id}>
                <span>{nameOf(id)}</span>
                {!disabled && (
                  <IconButton
                    icon="cross"
                    label={t('clauses.remove', { id })}
                    onClick={() => onChange(clauses.filter(other => other !== id))}
                  />
                )}
              </li>
            ))}
          </ul>
          <p className={styles.soft}>
            <BothEditions finding={finding} standard={standard} />
          </p>
        </>
      )}
    </div>
  )
}
