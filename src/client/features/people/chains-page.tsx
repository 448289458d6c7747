import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { ChainsPart } from '../../network/admin-link.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { ProblemBanner } from './problem-banner.tsx'
import { problemOf, type AdminProblem } from './problem-of.ts'
import { useMayAnywhere } from './use-may-anywhere.ts'

type Result = ChainsPart['results'][number]

interface Run {
  readonly results: readonly Result[]
  readonly feeds: number
  /** When it was ended; undefined while it goes on. */
  readonly endedAt: number | undefined
  readonly tookMs: number
}

/** `/people/chains`: whether what the server keeps is as it was written (SY15). */
export function Component() {
  const app = useApp()
  const directory = useDirectory()
  const format = useFormat()
  const mayVerify = useMayAnywhere('trail.verify')
  const { t, ready } = useTranslation('admin')
  const [run, setRun] = useState<Run>()
  const [problem, setProblem] = useState<AdminProblem>()
  const [isBusy, setBusy] = useState(false)
  if (mayVerify === undefined || !ready) return <Spinner />
  if (!mayVerify) return <EmptyState icon="lock" title={t('notYours')} />

  async function verify(): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    setRun(undefined)
    const link = await app.admin()
    const begin = performance.now()
    const results: Result[] = []
    let next: ChainsPart['next'] | undefined
    do {
      const answer = await link.verifyChains(next)
      if (answer.type !== 'told') {
        setProblem(problemOf(answer))
        break
      }
      const { value } = answer
      results.push(...value.results)
      next = value.next
      setRun({
        results: [...results],
        feeds: value.feeds,
        endedAt: next ? undefined : value.now,
        tookMs: performance.now() - begin,
      })
    } while (next)
    setBusy(false)
  }

  const nameOf = (feed: string): string => {
    const parsed = parseFeedId(feed)
    const unit = parsed && (directory?.tree.get(parsed.unit)?.fullName ?? parsed.unit)
    return parsed ? `${unit} · ${t(`feed.${parsed.feedClass}`)}` : feed
  }
  const broken = run?.results.filter(result => result.broken !== null) ?? []
  const columns: readonly Column<Result>[] = [
    { key: 'feed', header: t('chains.log'), cell: ({ feed }) => nameOf(feed) },
    {
      key: 'records',
      header: t('chains.records'),
      align: 'end',
      sortBy: ({ records }) => records,
      cell: ({ records }) => format.number(records),
    },
    {
      key: 'result',
      header: t('chains.result'),
      cell: result =>
        result.broken ? (
          <StateMark state="failed">
            {t(`chains.broken.${brokenKey(result.broken.type)}`, { seq: format.number(result.broken.seq) })}
          </StateMark>
        ) : (
          <StateMark state="done">{t('chains.whole')}</StateMark>
        ),
    },
  ]
  return (
    <>
      <PageHeader
        title={t('chains.title')}
        subtitle={t('chains.subtitle')}
        back={{ to: '/people', label: t('people.title') }}
        actions={
          <Button look="primary" icon="shieldCheck" busy={isBusy} onClick={() => void verify()}>
            {t('chains.verify')}
          </Button>
        }
      />
      {problem && <ProblemBanner problem={problem} />}
      {run && run.endedAt === undefined && (
        <ProgressBar label={t('chains.underway')} done={run.results.length} total={run.feeds} />
      )}
      {run?.endedAt !== undefined && broken.length === 0 && (
        <Banner tone="success" announce title={t('chains.allWhole', { count: run.feeds })}>
          {t('chains.at', {
            when: format.dateTime(run.endedAt),
            seconds: format.number(run.tookMs / 1000, { mostDecimals: 1 }),
          })}
        </Banner>
      )}
      {broken.length > 0 && (
        <Banner tone="danger" announce title={t('chains.someBroken', { count: broken.length })}>
          {t('chains.whatNow')}
        </Banner>
      )}
      {run && (
        <Card flush>
          <DataTable
            caption={t('chains.title')}
            columns={columns}
            rows={[...broken, ...run.results.filter(result => result.broken === null)]}
            rowKey={({ feed }) => feed}
          />
        </Card>
      )}
      {!run && !problem && !isBusy && <EmptyState icon="shieldCheck" title={t('chains.begin')} />}
    </>
  )
}

const brokenKey = (type: string): 'recordChanged' | 'recordMissing' | 'tailMissing' =>
  type === 'recordChanged' || type === 'recordMissing' ? type : 'tailMissing'
