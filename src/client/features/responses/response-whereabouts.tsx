import { whereThingIs } from '../../../sync/replica/whereabouts.ts'
import { filesOfRows } from '../../context/files-of-rows.ts'
import { useBackup } from '../../context/use-backup.ts'
import { useFileFacts } from '../../context/use-file-facts.ts'
import { WhereaboutsMark } from '../../context/whereabouts-mark.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useTold } from './blocks/use-is-shown.ts'
import type { Filling } from './filling.ts'
import { useFilling, useFillingRevision } from './filling-context.tsx'

const isWaiting = ({ rows }: Filling): boolean => rows().some(({ pending }) => pending !== null)

/** Where the whole response is by now, photos included. */
export function ResponseWhereabouts() {
  const { filling } = useFilling()
  useFillingRevision()
  // What was just saved is not at the server: that is said at once, the rest of a summary may come a moment later.
  useTold(isWaiting)
  const rows = filling.rows()
  const files = filesOfRows(rows)
  const facts = useFileFacts(files)
  const view = useBackup()
  // What is known a moment later must not be told otherwise now; its room is kept.
  if (!facts || !view)
    return (
      <span style={{ visibility: 'hidden' }}>
        <StateMark state="atServer" />
      </span>
    )
  const where = whereThingIs(
    rows,
    files.map(sha256 => facts.get(sha256)),
    view,
  )
  return <WhereaboutsMark where={where} hasBackup={view.backup !== undefined} />
}
