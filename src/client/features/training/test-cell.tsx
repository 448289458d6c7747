import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TestResult } from '../../../domain/qms/test-results.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './training.module.css'

interface Props {
  readonly result: TestResult | undefined
  readonly passAt: number
  /** Of the latest attempt; undefined when there is none. */
  readonly state: 'open' | 'sent' | undefined
  readonly dayOf: (day: string) => string
  /** Undefined for who may not fill it. */
  readonly begin: { readonly label: string; readonly do: () => void } | undefined
}

/** How a person did, and the way to the form. */
export function TestCell({ result, passAt, state, dayOf, begin }: Props) {
  const { t } = useTranslation('training')
  const format = useFormat()
  const isPassed = result !== undefined && result.total >= passAt
  const word = isPassed ? undefined : nextWord(state, result !== undefined)
  return (
    <span className={styles.test}>
      {result ? (
        <Link to={`/review/${encodeURIComponent(result.thing)}`} className={styles.result}>
          <StateMark state={isPassed ? 'approved' : 'returned'}>
            {t(isPassed ? 'tests.passed' : 'tests.notPassed', {
              percent: format.percent(result.total / 100, 1),
            })}
          </StateMark>
        </Link>
      ) : (
        <StateMark state={state === 'open' ? 'inProgress' : state === 'sent' ? 'waiting' : 'notStarted'}>
          {t(`tests.state.${state ?? 'none'}`)}
        </StateMark>
      )}
      {result && <span className={styles.soft}>{dayOf(result.on)}</span>}
      {begin && word && (
        <Button look="quiet" aria-label={`${t(`tests.${word}`)}: ${begin.label}`} onClick={begin.do}>
          {t(`tests.${word}`)}
        </Button>
      )}
    </span>
  )
}

/** What there is to do; nothing while what was sent waits for its result. */
function nextWord(state: Props['state'], hasResult: boolean): 'goOn' | 'start' | 'again' | undefined {
  if (state === 'open') return 'goOn'
  if (state === 'sent') return hasResult ? 'again' : undefined
  return 'start'
}
