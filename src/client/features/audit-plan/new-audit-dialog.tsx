import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useApp } from '../../context/app-context.tsx'
import { useScope } from '../../context/use-scope.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Stack } from '../../ui/stack.tsx'
import { useBeginAudit } from './use-begin-audit.ts'

/** So many choices are scrolled through; more are searched. */
const searchFrom = 12

/** Commune and year are all that an audit needs to begin; the plan's page asks for the rest. */
export function NewAuditDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp()
  const scope = useScope()
  const { t } = useTranslation(['auditPlan', 'common'])
  const navigate = useNavigate()
  const begin = useBeginAudit()
  const communes = scope?.communesWhere('audit.plan') ?? []
  const thisYear = Number(app.today().slice(0, 4))
  const [unit, setUnit] = useState<string | null>(communes.length === 1 ? (communes[0]?.id ?? null) : null)
  const [year, setYear] = useState(String(thisYear))
  const [isMissing, setMissing] = useState(false)

  async function start(): Promise<void> {
    if (unit === null) {
      setMissing(true)
      return
    }
    // Who audits there leads at first; who only plans names somebody on the next page.
    const isAuditor = scope?.mayDo('audit.work', unit) === true && scope.ownWorkAt(unit) !== 'all'
    const thing = await begin.start({
      unit,
      year: Number(year),
      team: isAuditor ? [app.person.id] : [],
    })
    if (thing !== undefined) void navigate(`/audits/${encodeURIComponent(thing)}/plan`)
  }

  const commune = {
    label: t('new.commune'),
    required: true,
    error: isMissing && unit === null ? t('new.communeMissing') : undefined,
    options: communes.map(({ id, fullName }) => ({ value: id, label: fullName })),
    value: unit,
    onChange: setUnit,
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('new.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button look="primary" busy={begin.isBusy} onClick={() => void start()}>
            {t('new.start')}
          </Button>
        </>
      }
    >
      <Stack>
        {begin.problem && (
          <Banner tone="danger" announce>
            {begin.problem}
          </Banner>
        )}
        {communes.length > searchFrom ? <Combobox kind="one" {...commune} /> : <Select {...commune} />}
        <Select
          label={t('new.year')}
          empty={false}
          options={[thisYear - 1, thisYear, thisYear + 1].map(one => ({
            value: String(one),
            label: String(one),
          }))}
          value={year}
          onChange={chosen => setYear(chosen ?? String(thisYear))}
        />
      </Stack>
    </Dialog>
  )
}
