import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { latestResults, type TestResult } from '../../../domain/qms/test-results.ts'
import type { TrainingTopic } from '../../../domain/qms/training-topics.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { TestCell } from './test-cell.tsx'
import { useBeginTest } from './use-begin-test.ts'
import type { TrainingView } from './use-training.ts'

export interface TestedPerson {
  readonly key: string
  readonly name: string
  readonly post: string
}

interface Props<Person extends TestedPerson> {
  readonly view: TrainingView
  readonly qms: NonNullable<TrainingView['qms']>
  readonly topic: TrainingTopic
  readonly people: readonly Person[]
  /** Earlier results do not count, `YYYY-MM-DD`. */
  readonly since?: string | undefined
  readonly more?: readonly Column<Person>[]
}

/** Quiz and awareness interview of each person: the latest result, and the form to be filled. */
export function TestTable<Person extends TestedPerson>(props: Props<Person>) {
  const { view, qms, topic, people, since = '', more = [] } = props
  const { t } = useTranslation('training')
  const format = useFormat()
  const test = useBeginTest(view, qms)
  const [hasFailed, setFailed] = useState(false)
  const tests = [
    { form: topic.quiz, name: 'quiz', results: latestResults(qms.facts.quizzes, qms.facts.road) },
    {
      form: topic.interview,
      name: 'interview',
      results: latestResults(qms.facts.interviews, qms.facts.road),
    },
  ] as const

  async function begin(form: string, person: TestedPerson): Promise<void> {
    setFailed(!(await test.begin(form, person)))
  }

  return (
    <>
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('failed')}
        </Banner>
      )}
      <DataTable<Person>
        caption={t('tests.title')}
        rows={people}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            header: t('tests.person'),
            cell: ({ name, post }) => (post === '' ? name : `${name} · ${post}`),
          },
          ...more,
          ...tests.flatMap(({ form, name, results }): Column<Person>[] => {
            if (form === undefined) return []
            const resultOf = (key: string): TestResult | undefined => {
              const result = results.get(key)
              return result && result.on >= since ? result : undefined
            }
            return [
              {
                key: name,
                header: t(`tests.${name}`),
                cell: person => (
                  <TestCell
                    result={resultOf(person.key)}
                    passAt={topic.passAt ?? 0}
                    state={test.stateOf(form, person.key)}
                    dayOf={format.date}
                    begin={
                      test.mayFill(form)
                        ? {
                            label: t(`tests.begin.${name}`, { name: person.name }),
                            do: () => void begin(form, person),
                          }
                        : undefined
                    }
                  />
                ),
              },
            ]
          }),
        ]}
      />
    </>
  )
}
