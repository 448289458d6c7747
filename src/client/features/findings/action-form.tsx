import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planParts, type ActionPart } from '../../../domain/audits/finding-fields.ts'
import { roundOfPart } from '../../../domain/audits/finding-rounds.ts'
import type { FindingState } from '../../../domain/audits/finding-state.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SavedArea } from '../../ui/saved-area.tsx'
import { Select } from '../../ui/select.tsx'
import { ActionPhotos } from './action-photos.tsx'
import { EarlierRounds } from './earlier-rounds.tsx'
import styles from './findings.module.css'
import { PlanRound } from './plan-round.tsx'
import { SavedChoice } from './saved-choice.tsx'
import type { FindingPage } from './use-finding-page.ts'

const checkParts: readonly ActionPart[] = [
  'verifyMethod',
  'verifyNote',
  'checkOn',
  'effectiveness',
  'effectNote',
]

const order: readonly FindingState[] = [
  'raised',
  'disputed',
  'accepted',
  'planned',
  'planApproved',
  'done',
  'verified',
  'closed',
]

/** Whether a finding has come as far as a state, so that what belongs to it is worth showing. */
const hasReached = (page: FindingPage, state: FindingState): boolean =>
  page.finding.moves.some(({ to }) => to === state) ||
  order.indexOf(page.finding.state) >= order.indexOf(state)

/** Whether there is something to read of what was done, or to write. */
const hasDone = ({ mayWrite, finding: { action, files, earlier } }: FindingPage): boolean =>
  mayWrite('doneNote') ||
  mayWrite('doneOn') ||
  Boolean(action.doneOn ?? action.doneNote) ||
  Object.keys(files.done).length > 0 ||
  earlier.length > 0

/** The corrective action, part by part: plan, what was done, how it was checked. Each field saves itself. */
export function ActionForm({ page }: { readonly page: FindingPage }) {
  const { t } = useTranslation('findings')
  if (!hasReached(page, 'accepted')) return null
  return (
    <>
      <Card title={t('plan.title')}>
        <PlanFields page={page} />
      </Card>
      {hasReached(page, 'planApproved') && hasDone(page) && (
        <Card title={t('done.title')}>
          <DoneFields page={page} />
        </Card>
      )}
      {hasReached(page, 'done') && (
        <Card title={t('check.title')}>
          <CheckFields page={page} />
        </Card>
      )}
    </>
  )
}

function Text({
  page,
  part,
  rows,
}: {
  readonly page: FindingPage
  readonly part: ActionPart
  readonly rows?: number
}) {
  const { t } = useTranslation('findings')
  const value = page.finding.action[part] ?? ''
  const readOnly = !page.mayWrite(part)
  if (readOnly && value === '') return null
  return (
    <div id={`part-${part}`}>
      <SavedArea
        key={roundOfPart(part, page.finding.rounds)}
        label={t(`part.${part}`)}
        value={value}
        readOnly={readOnly}
        {...(rows !== undefined && { rows })}
        onSave={text => page.savePart(part, text)}
      />
    </div>
  )
}

/** A day that saves itself; what could not be saved says so. */
function Day({
  page,
  part,
  max,
}: {
  readonly page: FindingPage
  readonly part: ActionPart
  readonly max?: string
}) {
  const { t } = useTranslation(['findings', 'common'])
  const [hasFailed, setFailed] = useState(false)
  if (!page.mayWrite(part) && !page.finding.action[part]) return null
  return (
    <div id={`part-${part}`}>
      <DateField
        label={t(`part.${part}`)}
        value={page.finding.action[part] ?? null}
        max={max}
        disabled={!page.mayWrite(part)}
        error={hasFailed ? t('common:saved.failed') : undefined}
        onChange={value => void page.savePart(part, value).then(saved => setFailed(!saved.ok))}
      />
    </div>
  )
}

function PlanFields({ page }: { readonly page: FindingPage }) {
  const directory = useDirectory()
  const { t } = useTranslation(['findings', 'common'])
  const { action } = page.finding
  const whys = (['why1', 'why2', 'why3', 'why4', 'why5'] as const).filter(part => action[part])
  const [hasWhys, setWhys] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const save = (part: ActionPart, value: string | null): void =>
    void page.savePart(part, value).then(saved => setFailed(!saved.ok))
  const people = [...(directory?.people.values() ?? [])].filter(({ id }) =>
    directory?.assignmentsOf(id).some(({ unit, role }) => unit === page.unit && role !== 'internalAuditor'),
  )
  const shown = hasWhys || whys.length > 0
  return (
    <div className={styles.stack}>
      <PlanRound page={page} />
      <Text page={page} part="correction" />
      {shown &&
        (['why1', 'why2', 'why3', 'why4', 'why5'] as const).map(part => (
          <Text key={part} page={page} part={part} rows={1} />
        ))}
      {!shown && page.mayWrite('why1') && (
        <div>
          <Button look="quiet" icon="question" onClick={() => setWhys(true)}>
            {t('plan.whys')}
          </Button>
        </div>
      )}
      <Text page={page} part="cause" />
      <Text page={page} part="action" />
      <div className={styles.pair}>
        <div id="part-owner">
          <Select
            label={t('part.owner')}
            value={action.owner ?? null}
            disabled={!page.mayWrite('owner')}
            error={hasFailed ? t('common:saved.failed') : undefined}
            onChange={owner => save('owner', owner)}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <Day page={page} part="dueOn" />
      </div>
      {!action.dueOn && page.finding.request?.dueOn && page.mayWrite('dueOn') && (
        <div>
          <Button
            look="quiet"
            icon="calendar"
            onClick={() => save('dueOn', page.finding.request?.dueOn ?? null)}
          >
            {t('plan.takeDue')}
          </Button>
        </div>
      )}
      <EarlierRounds page={page} parts={planParts} />
    </div>
  )
}

function DoneFields({ page }: { readonly page: FindingPage }) {
  const app = useApp()
  const { t } = useTranslation('findings')
  return (
    <div className={styles.stack}>
      <Day page={page} part="doneOn" max={app.today()} />
      <Text page={page} part="doneNote" />
      <div id="part-doneEvidence">
        <ActionPhotos
          page={page}
          slot="done"
          label={t('done.photos')}
          mayChange={page.mayWrite('doneNote')}
        />
      </div>
      <EarlierRounds page={page} parts={['doneOn', 'doneNote']} slot="done" />
    </div>
  )
}

function CheckFields({ page }: { readonly page: FindingPage }) {
  const { t } = useTranslation('findings')
  const { action, files, state } = page.finding
  const mayCheck = page.mayWrite('verifyMethod')
  const mayJudge = page.mayWrite('effectiveness')
  return (
    <div className={styles.stack}>
      {(mayCheck || action.verifyMethod) && (
        <SavedChoice
          page={page}
          part="verifyMethod"
          segments={[
            { value: 'onSite', label: t('check.onSite'), icon: 'mapPin' },
            { value: 'records', label: t('check.records'), icon: 'document' },
          ]}
        />
      )}
      <Text page={page} part="verifyNote" />
      {(mayCheck || Object.keys(files.verify).length > 0) && (
        <ActionPhotos page={page} slot="verify" label={t('check.photos')} mayChange={mayCheck} />
      )}
      {(mayCheck || action.checkOn) && <Day page={page} part="checkOn" />}
      {(state === 'verified' || action.effectiveness) && (
        <SavedChoice
          page={page}
          part="effectiveness"
          segments={[
            { value: 'effective', label: t('check.effective'), icon: 'check', tone: 'success' },
            { value: 'notEffective', label: t('check.notEffective'), icon: 'cross', tone: 'warning' },
          ]}
        />
      )}
      <Text page={page} part="effectNote" />
      {state === 'verified' && action.effectiveness === 'notEffective' && (
        <Banner tone="info">{t('check.opensPlan')}</Banner>
      )}
      {!mayCheck && !mayJudge && !action.verifyNote && <Banner tone="info">{t('check.waits')}</Banner>}
      <EarlierRounds page={page} parts={checkParts} slot="verify" />
    </div>
  )
}
