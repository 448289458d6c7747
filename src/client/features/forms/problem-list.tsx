import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { XlsformProblem } from '../../../domain/xlsform/xlsform-problem.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './forms.module.css'
import { useProblemWords } from './use-problem-words.ts'

const shownAtFirst = 20

interface Props {
  readonly kind: 'errors' | 'warnings'
  readonly problems: readonly XlsformProblem[]
}

/** What is wrong, cell by cell, or worth a look. */
export function ProblemList({ kind, problems }: Props) {
  const { t } = useTranslation('forms')
  const wordsOf = useProblemWords()
  const [showsAll, setShowsAll] = useState(false)
  if (problems.length === 0) return null
  const shown = showsAll ? problems : problems.slice(0, shownAtFirst)
  return (
    <Card title={t(`import.${kind}`, { count: problems.length })} subtitle={t(`import.${kind}Hint`)}>
      <ul className={styles.problems} data-problems={kind}>
        {shown.map((problem, at) => {
          const { place, words } = wordsOf(problem)
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and says the same twice
            <li key={at} className={styles.problem}>
              <span className={styles.place}>{place}</span>
              <span>{words}</span>
            </li>
          )
        })}
      </ul>
      {shown.length < problems.length && (
        <Button look="quiet" onClick={() => setShowsAll(true)}>
          {t('import.more', { count: problems.length - shown.length })}
        </Button>
      )}
    </Card>
  )
}
