import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { buttonClass } from '../ui/button-look.ts'
import { Icon } from '../ui/icon.tsx'
import { useScope } from './use-scope.ts'

/** In the address while the export dialog is open: the unit to export, or `''` for all. Back closes it. */
export const exportParam = 'export'

/** Opens the export dialog over the page one is on; nothing for who may not export. */
export function ExportLink({ unit = null }: { readonly unit?: string | null }) {
  const scope = useScope()
  // In the first bundle: a button that comes late moves what stands below it.
  const { t } = useTranslation('common')
  if (!scope || scope.communesWhere('response.export').length === 0) return null
  const search = `?${new URLSearchParams({ [exportParam]: unit ?? '' }).toString()}`
  return (
    <Link to={{ search }} className={buttonClass({})}>
      <Icon name="download" />
      {t('action.exportData')}
    </Link>
  )
}
