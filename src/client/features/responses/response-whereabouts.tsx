import { whereThingIs } from '../../../sync/replica/whereabouts.ts'
import { filesOfRows } from '../../context/files-of-rows.ts'
import { useBackup } from '../../context/use-backup.ts'
import { useFileFacts } from '../../context/use-file-facts.ts'
import { WhereaboutsMark } from '../../context/whereabouts-mark.tsx'
import { useFilling, useFillingRevision } from './filling-context.tsx'

/** Where the whole response is by now, photos included. */
export function ResponseWhereabouts() {
  const { filling } = useFilling()
  useFillingRevision()
  const rows = filling.rows()
  const files = filesOfRows(rows)
  const facts = useFileFacts(files)
  const view = useBackup()
  const where = whereThingIs(
    rows,
    files.map(sha256 => facts.get(sha256)),
    view,
  )
  return <WhereaboutsMark where={where} hasBackup={view.backup !== undefined} />
}
