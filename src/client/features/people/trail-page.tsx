import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useForms } from '../../context/use-forms.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { TrailLine, TrailPage, TrailWish } from '../../network/admin-link.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ProblemBanner } from './problem-banner.tsx'
import { problemOf, type AdminProblem } from './problem-of.ts'
import { TrailEntry } from './trail-entry.tsx'
import { trailTypes } from './trail-types.ts'
import { trailStates } from './use-trail-words.ts'
import { useMayAnywhere } from './use-may-anywhere.ts'
import { useUnitOptions } from './use-unit-options.ts'
import styles from './people.module.css'

/** `/people/trail`: who changed what, of everything this person reads and may know the history of. */
export function Component() {
  const mayRead = useMayAnywhere('trail.read')
  const directory = useDirectory()
  const { t, ready } = useTranslation(['admin', 'account', 'road', ...Object.values(trailStates)])
  if (mayRead === undefined || !ready || !directory) return <Spinner />
  if (!mayRead) return <EmptyState icon="lock" title={t('notYours')} />
  return <Trail />
}

interface Draft {
  readonly person: string | null
  readonly unit: string | null
  readonly type: string | null
  readonly from: string | null
  readonly to: string | null
  readonly text: string
}

function Trail() {
  const app = useApp()
  const directory = useDirectory()
  const forms = useForms()
  const programmes = useProgrammes()
  const format = useFormat()
  const { t } = useTranslation('admin')
  const [address] = useSearchParams()
  const units = useUnitOptions()
  const manages = useMayAnywhere('people.manage')
  const people = useMemo(
    () => [...(directory?.people.values() ?? [])].map(({ id, name }) => ({ value: id, label: name })),
    [directory],
  )
  const [draft, setDraft] = useState<Draft>({
    person: address.get('person'),
    unit: null,
    type: null,
    from: null,
    to: null,
    text: '',
  })
  const [lines, setLines] = useState<readonly TrailLine[]>()
  const [page, setPage] = useState<Pick<TrailPage, 'next' | 'reachedAt'>>()
  const [asked, setAsked] = useState<TrailWish>({})
  const [problem, setProblem] = useState<AdminProblem>()
  const [isBusy, setBusy] = useState(false)
  const turn = useRef(0)

  async function search(wish: TrailWish, next?: TrailPage['next']): Promise<void> {
    const mine = ++turn.current
    setBusy(true)
    setProblem(undefined)
    const answer = await (await app.admin()).searchTrail(wish, next)
    if (mine !== turn.current) return
    setBusy(false)
    if (answer.type !== 'told') return setProblem(problemOf(answer))
    setLines(before => (next ? [...(before ?? []), ...answer.value.lines] : answer.value.lines))
    setPage(answer.value)
    setAsked(wish)
  }
  const wishOf = ({ person, unit, type, from, to, text }: Draft): TrailWish => ({
    ...(person !== null && { person }),
    ...(unit !== null && { unit }),
    ...(type !== null && { type }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(text.trim() !== '' && { text: text.trim() }),
  })
  useEffect(() => {
    void search(wishOf(draft))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, with what the address says
  }, [])
  const isBackwards = draft.from !== null && draft.to !== null && draft.to < draft.from
  return (
    <>
      <PageHeader
        title={t('trail.title')}
        subtitle={t('trail.subtitle')}
        back={
          manages
            ? { to: '/people', label: t('people.title') }
            : { to: '/account', label: t('trail.backToAccount') }
        }
      />
      <Card>
        <form
          className={styles.filters}
          onSubmit={event => {
            event.preventDefault()
            if (!isBackwards) void search(wishOf(draft))
          }}
        >
          <TextField
            label={t('trail.text')}
            value={draft.text}
            maxLength={100}
            onChange={text => setDraft({ ...draft, text })}
          />
          <Combobox
            kind="one"
            label={t('trail.person')}
            empty={t('trail.anybody')}
            options={people}
            value={draft.person}
            onChange={person => setDraft({ ...draft, person })}
          />
          <Combobox
            kind="one"
            label={t('unit')}
            empty={t('allUnits')}
            options={units}
            value={draft.unit}
            onChange={unit => setDraft({ ...draft, unit })}
          />
          <Select
            label={t('trail.type')}
            empty={t('trail.allTypes')}
            value={draft.type}
            onChange={type => setDraft({ ...draft, type })}
            options={trailTypes.map(value => ({ value, label: t(`thing.${value}`) }))}
          />
          <DateField label={t('from')} value={draft.from} onChange={from => setDraft({ ...draft, from })} />
          <DateField
            label={t('to')}
            value={draft.to}
            onChange={to => setDraft({ ...draft, to })}
            error={isBackwards ? t('fault.endsBeforeItBegins') : undefined}
          />
          <Button type="submit" look="primary" icon="search" busy={isBusy}>
            {t('trail.search')}
          </Button>
        </form>
      </Card>
      {problem && <ProblemBanner problem={problem} onRetry={() => void search(asked)} />}
      {!lines && !problem && <Spinner />}
      {lines && (
        <Card title={t('trail.count', { count: lines.length })}>
          {lines.length === 0 && <p className={styles.soft}>{t('trail.none')}</p>}
          <ol className={styles.list}>
            {lines.map(line => (
              <TrailEntry key={`${line.feed} ${line.seq}`} line={line} names={{ forms, programmes }} />
            ))}
          </ol>
          <output className={styles.soft}>
            {page?.next && page.reachedAt !== null
              ? t('trail.reached', { when: format.dateTime(page.reachedAt) })
              : t('trail.end')}
          </output>
          {page?.next && (
            <Button busy={isBusy} icon="chevronDown" onClick={() => void search(asked, page.next)}>
              {t('trail.more')}
            </Button>
          )}
        </Card>
      )}
    </>
  )
}
