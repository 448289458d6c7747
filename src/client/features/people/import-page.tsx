import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { judgePeopleFile, type JudgedRow } from '../../../domain/people/judge-people-file.ts'
import { usernameKey } from '../../../domain/people/username.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import type { AdminLink, MadePerson } from '../../network/admin-link.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { FileProblem } from './file-problem.tsx'
import { MadePeople } from './made-people.tsx'
import { ProblemBanner } from './problem-banner.tsx'
import { problemOf, type AdminProblem } from './problem-of.ts'
import type { PeopleFileReading } from './read-people-file.ts'
import { readInWorker } from './read-in-worker.ts'
import { saveTable } from './save-table.ts'
import { useFaultWords } from './use-fault-words.ts'
import { useMayAnywhere } from './use-may-anywhere.ts'
import { useTold } from './use-told.ts'
import styles from './people.module.css'

const askAccounts = (link: AdminLink) => link.accounts()

/** `/people/import`: a file of people, looked at row by row before all of it is added, or nothing. */
export function Component() {
  const mayManage = useMayAnywhere('people.manage')
  const { t, ready } = useTranslation(['admin', 'account'])
  if (mayManage === undefined || !ready) return <Spinner />
  if (!mayManage) return <EmptyState icon="lock" title={t('notYours')} />
  return <Import />
}

function Import() {
  const app = useApp()
  const directory = useDirectory()
  const words = useFaultWords()
  const { t } = useTranslation('admin')
  const { told, problem: listProblem, reload } = useTold(askAccounts)
  const [chosen, setChosen] = useState<{ readonly name: string; readonly reading?: PeopleFileReading }>()
  const [problem, setProblem] = useState<AdminProblem>()
  const [isBusy, setBusy] = useState(false)
  const [made, setMade] = useState<readonly MadePerson[]>()
  const today = app.today()
  const reading = chosen?.reading
  const judged = useMemo(() => {
    if (reading?.type !== 'read' || !directory || !told) return undefined
    const taken = new Set(
      told.people.filter(({ person }) => directory.people.has(person)).map(one => usernameKey(one.username)),
    )
    return judgePeopleFile(reading.rows, { tree: directory.tree, taken, today })
  }, [reading, directory, told, today])
  const bad = judged?.rows.filter(({ faults }) => faults.length > 0) ?? []

  async function choose(file: File): Promise<void> {
    setProblem(undefined)
    setChosen({ name: file.name })
    setChosen({ name: file.name, reading: await readInWorker(file) })
  }

  async function add(): Promise<void> {
    if (!judged || bad.length > 0) return
    setBusy(true)
    const answer = await (await app.admin()).addPeople(judged.people)
    setBusy(false)
    app.sync.now()
    if (answer.type === 'told') return setMade(answer.value)
    setProblem(problemOf(answer))
    reload()
  }

  if (made) return <MadePeople made={made} />
  const columns: readonly Column<JudgedRow>[] = [
    { key: 'line', header: t('import.line'), cell: ({ row }) => row.line },
    { key: 'username', header: t('people.username'), cell: ({ row }) => row.username || '–' },
    { key: 'name', header: t('people.name'), cell: ({ row }) => row.name || '–' },
    { key: 'role', header: t('role'), cell: ({ row }) => row.role || '–' },
    { key: 'unit', header: t('unit'), cell: ({ row }) => row.unit || '–' },
    {
      key: 'days',
      header: t('import.days'),
      cell: ({ row }) => [row.from, row.to].filter(Boolean).join(' – ') || t('import.fromToday'),
    },
    {
      key: 'faults',
      header: t('import.state'),
      cell: ({ faults }) =>
        faults.length === 0 ? (
          <StateMark state="done">{t('import.good')}</StateMark>
        ) : (
          <ul className={styles.faults}>
            {faults.map(fault => (
              <li key={fault.type}>
                <StateMark state="failed" look="plain">
                  {words(fault)}
                </StateMark>
              </li>
            ))}
          </ul>
        ),
    },
  ]
  return (
    <>
      <PageHeader
        title={t('import.title')}
        subtitle={t('import.subtitle')}
        back={{ to: '/people', label: t('people.title') }}
      />
      {listProblem && <ProblemBanner problem={listProblem} onRetry={reload} />}
      <Card title={t('import.file')} subtitle={t('import.fileHint')}>
        <div className={styles.buttons}>
          <FileButton
            look={judged && bad.length === 0 ? 'secondary' : 'primary'}
            label={chosen ? t('import.chooseAgain') : t('import.choose')}
            accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            disabled={chosen !== undefined && !reading}
            onFiles={([file]) => file && void choose(file)}
          />
          <Button icon="download" onClick={() => saveTable('nguoi-dung-mau.xlsx', template)}>
            {t('import.template')}
          </Button>
        </div>
        {chosen && <p className={styles.soft}>{chosen.name}</p>}
      </Card>
      {chosen && !reading && <Spinner />}
      {reading?.type === 'notRead' && chosen && <FileProblem problem={reading.problem} name={chosen.name} />}
      {problem && <ProblemBanner problem={problem} />}
      {reading?.type === 'read' && (reading.encoding === 'mixed' || reading.encoding === 'windows-1258') && (
        <Banner tone="warning" announce>
          {t(`import.encoding.${reading.encoding === 'mixed' ? 'mixed' : 'windows1258'}`)}
        </Banner>
      )}
      {judged && (
        <>
          <Banner
            tone={bad.length > 0 ? 'danger' : 'success'}
            announce
            title={
              bad.length > 0
                ? t('import.bad', { count: bad.length })
                : t('import.allGood', { count: judged.people.length })
            }
            action={
              bad.length === 0 && (
                <Button look="primary" icon="check" busy={isBusy} onClick={() => void add()}>
                  {t('import.add', { count: judged.people.length })}
                </Button>
              )
            }
          >
            {bad.length > 0 ? t('import.badHint') : t('import.goodHint')}
          </Banner>
          <Card flush>
            <DataTable
              caption={t('import.preview')}
              columns={columns}
              rows={[...bad, ...judged.rows.filter(({ faults }) => faults.length === 0)]}
              rowKey={({ row }) => String(row.line)}
            />
          </Card>
        </>
      )}
    </>
  )
}

const template = [
  ['Tên đăng nhập', 'Họ tên', 'Vai trò', 'Đơn vị', 'Từ ngày', 'Đến ngày'],
  ['nguyenvana', 'Nguyễn Văn A', 'Công chức xã', 'Xã Cao Minh, Tràng Định', '01/01/2018', ''],
] as const
