import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UndoObstacle } from '../../../domain/people/plan-undo.ts'
import type { UnitsProblem } from '../../../domain/people/resolve-units-change.ts'
import type { AppliedUnitsChange } from '../../../domain/qms/applied-units-change.ts'
import { useApp } from '../../context/app-context.tsx'
import type { App, UnitsLink, UnitsPreview, UnitsWish } from '../../context/app.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Stack } from '../../ui/stack.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { AppliedCard } from './applied-card.tsx'
import { KeepersCard, type OpenKeeper } from './keepers-card.tsx'
import { PreviewCard } from './preview-card.tsx'
import { readChangeFile, type ChangeFileProblem } from './read-change-file.ts'
import styles from './units.module.css'
import { useUnitWords } from './use-unit-words.ts'

const mostListed = 20

interface Looked {
  readonly change: UnitsWish['change']
  readonly preview: UnitsPreview | undefined
  readonly problems: readonly UnitsProblem[]
  /** Asked for in this change, answered or not. */
  readonly open: readonly OpenKeeper[]
}

const isOpen = (one: UnitsProblem): one is OpenKeeper => one.type === 'noKeeper' || one.type === 'noSuccessor'

async function listChanges(app: App): Promise<readonly AppliedUnitsChange[] | undefined> {
  const listed = await (await app.units()).list()
  return listed.type === 'listed' ? listed.changes : undefined
}

/** `/units`: the administrator merges and splits units, with preview and undo. */
export function Component() {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const toast = useToast()
  const { t, ready } = useTranslation('units')
  const [changes, setChanges] = useState<readonly AppliedUnitsChange[]>()
  const [looked, setLooked] = useState<Looked>()
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({})
  const [notRead, setNotRead] = useState<{ readonly name: string; readonly problem: ChangeFileProblem }>()
  const [obstacles, setObstacles] = useState<readonly UndoObstacle[]>([])
  const [trouble, setTrouble] = useState<'movedOn' | 'offline'>()
  const [isBusy, setBusy] = useState(false)
  const words = useUnitWords(looked?.preview?.begun)
  useEffect(() => {
    let isCurrent = true
    void listChanges(app).then(found => {
      if (!isCurrent) return
      if (found) setChanges(found)
      else setTrouble('offline')
    })
    return () => {
      isCurrent = false
    }
  }, [app])

  async function list(): Promise<void> {
    const found = await listChanges(app)
    if (found) setChanges(found)
    else setTrouble('offline')
  }

  if (!ready || !scope || !directory) return <Spinner />
  const isMine = directory.assignmentsOf(app.person.id).some(({ unit }) => scope.mayDo('units.change', unit))
  if (!isMine) return <EmptyState icon="lock" title={t('notYours')} />

  async function work(act: (link: UnitsLink) => Promise<void>): Promise<void> {
    setBusy(true)
    setTrouble(undefined)
    setObstacles([])
    await act(await app.units())
    setBusy(false)
  }

  const look = (
    change: UnitsWish['change'],
    chosen: Readonly<Record<string, string>>,
    asked: readonly OpenKeeper[],
  ): Promise<void> =>
    work(async link => {
      const seen = await link.preview({ change, choices: chosen })
      if (seen.type === 'preview') setLooked({ change, preview: seen, problems: [], open: asked })
      else if (seen.type === 'problems') {
        const codes = new Set(asked.map(({ code }) => code))
        const open = [...asked, ...seen.problems.filter(isOpen).filter(({ code }) => !codes.has(code))]
        setLooked({ change, preview: undefined, problems: seen.problems, open })
      } else setTrouble('offline')
    })

  function begin(change: UnitsWish['change']): void {
    setNotRead(undefined)
    setChoices({})
    setLooked(undefined)
    void look(change, {}, [])
  }

  /** Looked at once more, what was chosen for it stays chosen. */
  function show(change: UnitsWish['change']): void {
    if (looked?.change === change) void look(change, choices, looked.open)
    else begin(change)
  }

  async function openFile(file: File): Promise<void> {
    const read = await readChangeFile(file)
    if (read.ok) return begin(read.value)
    setLooked(undefined)
    setNotRead({ name: file.name, problem: read.error })
  }

  function choose(code: string, to: string | null): void {
    if (!looked) return
    const { [code]: _, ...others } = choices
    const next = to === null ? others : { ...others, [code]: to }
    setChoices(next)
    if (looked.open.every(one => next[one.code] !== undefined)) void look(looked.change, next, looked.open)
    else setLooked({ ...looked, preview: undefined })
  }

  const apply = (): Promise<void> =>
    work(async link => {
      if (!looked?.preview) return
      const done = await link.apply({ change: looked.change, choices, head: looked.preview.head })
      if (done.type === 'applied') {
        setLooked(undefined)
        toast({ message: t('done'), tone: 'success' })
        app.sync.now()
      } else if (done.type === 'movedOn' || done.type === 'problems') {
        setLooked({ ...looked, preview: undefined })
        setTrouble('movedOn')
      } else setTrouble('offline')
      await list()
    })

  const undo = (id: string): Promise<void> =>
    work(async link => {
      const done = await link.undo(id)
      if (done.type === 'undone') {
        toast({ message: t('undone'), tone: 'success' })
        app.sync.now()
      } else if (done.type === 'obstacles') setObstacles(done.obstacles)
      else if (done.type === 'movedOn' || done.type === 'unknownChange') setTrouble('movedOn')
      else setTrouble('offline')
      await list()
    })

  const placeOf = (code: string, name: string): string => {
    const unit = directory.tree.units.find(one => one.code === code && one.fullName === name)
    const [above] = unit ? directory.tree.ancestors(unit.id) : []
    return above ? `${name}, ${above.fullName}` : name
  }
  const problems = looked?.problems.filter(one => !isOpen(one)) ?? []
  const listLines = (lines: readonly string[]) => (
    <ul className={styles.list}>
      {lines.slice(0, mostListed).map(line => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > mostListed && <li>{t('problems.more', { count: lines.length - mostListed })}</li>}
    </ul>
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} back={{ to: '/account', label: t('back') }} />
      {trouble && (
        <Banner
          tone="info"
          announce
          action={
            <Button
              icon="sync"
              onClick={() => (looked ? void look(looked.change, choices, looked.open) : void list())}
            >
              {t('retry')}
            </Button>
          }
        >
          {t(trouble)}
        </Banner>
      )}
      {obstacles.length > 0 && (
        <Banner tone="danger" announce title={t('obstacles.title')}>
          <Stack>
            {listLines(obstacles.map(words.obstacle))}
            <p>{t('obstacles.advice')}</p>
          </Stack>
        </Banner>
      )}
      {changes && changes.length > 0 && (
        <AppliedCard changes={changes} isBusy={isBusy} onUndo={id => void undo(id)} />
      )}
      <Card title={t('choose.title')} subtitle={t('choose.hint')}>
        <Stack>
          <p>{t('choose.builtIn')}</p>
          <div className={styles.buttons}>
            <Button
              look={looked ? 'secondary' : 'primary'}
              icon="eye"
              busy={isBusy && !looked}
              onClick={() => show('langson2025')}
            >
              {t('choose.show')}
            </Button>
            <FileButton
              label={t('choose.file')}
              accept=".json,.xlsx,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onFiles={([file]) => file && void openFile(file)}
            />
          </div>
          <p className={styles.soft}>{t('choose.fileHint')}</p>
        </Stack>
      </Card>
      {notRead && (
        <Banner tone="danger" announce title={t('notRead.title', { name: notRead.name })}>
          {fileWords(notRead.problem)}
        </Banner>
      )}
      {problems.length > 0 && (
        <Banner tone="danger" announce title={t('problems.title')}>
          {listLines(words.listProblems(problems))}
        </Banner>
      )}
      {looked && looked.open.length > 0 && (
        <KeepersCard open={looked.open} choices={choices} placeOf={placeOf} onChoose={choose} />
      )}
      {looked?.preview && (
        <PreviewCard preview={looked.preview} isBusy={isBusy} onApply={() => void apply()} />
      )}
    </>
  )

  function fileWords(problem: ChangeFileProblem): string {
    switch (problem.type) {
      case 'file':
      case 'shape':
        return t(`notRead.${problem.type}`)
      case 'badTable':
        return t('notRead.shape')
      case 'missingSheet':
        return t('notRead.missingSheet', { sheet: problem.sheet })
      case 'missingColumn':
        return t('notRead.missingColumn', { sheet: problem.sheet, column: problem.column })
      case 'badDay':
      case 'badKind':
        return t(`notRead.${problem.type}`, { text: problem.text })
      case 'twoKeepers':
        return t('notRead.twoKeepers', { code: problem.code })
    }
  }
}
