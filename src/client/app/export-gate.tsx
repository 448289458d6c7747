import { lazy, Suspense } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { exportParam } from '../context/export-link.tsx'

const ExportDialog = lazy(async () => {
  const { ExportDialog: Component } = await import('../features/exports/export-dialog.tsx')
  return { default: Component }
})

/** The export dialog, over whatever page asked for it in the address. */
export function ExportGate() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const unit = search.get(exportParam)
  if (unit === null) return null
  return (
    <Suspense>
      <ExportDialog
        unit={unit === '' ? null : unit}
        onClose={() => void navigate({ search: '' }, { replace: true })}
      />
    </Suspense>
  )
}
