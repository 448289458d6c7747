import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planFrom } from '../../../domain/qms/plan-from.ts'
import { programmeFields, type Programme } from '../../../domain/qms/programme.ts'
import { isPlanInOrder } from '../../../domain/qms/refuse-programme-change.ts'
import { findOutOfOrder } from '../../../domain/qms/refuse-road-change.ts'
import { steps } from '../../../domain/qms/steps.ts'
import { useAhead } from '../../context/use-ahead.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Stack } from '../../ui/stack.tsx'
import styles from './programme.module.css'
import type { SaveProgramme } from './save-programme.ts'

interface Props {
  readonly programme: Programme
  readonly save: SaveProgramme
}

type Plan = Programme['plan']

const isSamePlan = (a: Plan, b: Plan): boolean =>
  a.size === b.size && [...a].every(([step, day]) => b.get(step) === day)

/** By when each step is to be done. Days out of order stay in the fields, marked, and are not saved before they fit. */
export function PlanCard({ programme, save }: Props) {
  const { t } = useTranslation('programme')
  const text = useLocalText()
  const format = useFormat()
  const [plan, setPlan] = useAhead(programme.plan, isSamePlan)
  const [wrong, setWrong] = useState<string>()
  const [begunOn, setBegunOn] = useState<string | null>(programme.begunOn ?? null)
  const [isAsked, setAsked] = useState(false)

  function keep(next: Plan, step?: string): void {
    const isFit = isPlanInOrder(next)
    setWrong(isFit ? undefined : step)
    setPlan(next)
    if (isFit) void save([{ field: programmeFields.plan, value: Object.fromEntries(next) }])
  }

  function change(step: string, day: string | null): void {
    const next = new Map(plan)
    if (day === null) next.delete(step)
    else next.set(step, day)
    keep(next, step)
  }

  function orderProblem(step: string): string | undefined {
    const clash = findOutOfOrder(step, plan.get(step), id => plan.get(id))
    return (
      clash &&
      t('plan.order', { number: clash.number, title: text(clash.step.title), date: format.date(clash.on) })
    )
  }

  function compute(): void {
    setAsked(false)
    if (begunOn !== null) keep(planFrom(begunOn))
  }

  return (
    <Card title={t('plan.title')} subtitle={t('plan.hint')}>
      <Stack>
        <div className={styles.from}>
          <DateField label={t('plan.begunOn')} value={begunOn} onChange={setBegunOn} />
          <Button
            icon="calendar"
            disabled={begunOn === null}
            onClick={() => (plan.size > 0 ? setAsked(true) : compute())}
          >
            {t('plan.compute')}
          </Button>
        </div>
        <ol className={styles.steps}>
          {steps.map(({ id, title, days }, at) => (
            <li key={id}>
              <DateField
                label={`${at + 1}. ${text(title)}`}
                hint={t('plan.days', { count: days })}
                error={wrong === id ? orderProblem(id) : undefined}
                value={plan.get(id) ?? null}
                onChange={(day, { invalid }) => {
                  if (!invalid) change(id, day)
                }}
              />
            </li>
          ))}
        </ol>
      </Stack>
      <ConfirmDialog
        open={isAsked}
        title={t('plan.compute')}
        confirm={t('plan.compute')}
        onConfirm={compute}
        onCancel={() => setAsked(false)}
      >
        {t('plan.replaces')}
      </ConfirmDialog>
    </Card>
  )
}
