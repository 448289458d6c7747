import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { programmeFields, type Programme } from '../../../domain/qms/programme.ts'
import { useApp } from '../../context/app-context.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { SaveProgramme } from './save-programme.ts'

interface Props {
  readonly programme: Programme
  readonly save: SaveProgramme
}

/** Ends a programme, so that nothing of it is due any more, and goes on with one that has ended. */
export function EndCard({ programme: { name, endedOn }, save }: Props) {
  const app = useApp()
  const { t } = useTranslation('programme')
  const text = useLocalText()
  const format = useFormat()
  const [isAsked, setAsked] = useState(false)

  function set(value: string | null): void {
    setAsked(false)
    void save([{ field: programmeFields.endedOn, value }])
  }

  if (endedOn !== undefined) {
    return (
      <Banner
        tone="info"
        action={
          <Button icon="undo" onClick={() => set(null)}>
            {t('end.undo')}
          </Button>
        }
      >
        {t('end.is', { date: format.date(endedOn) })}
      </Banner>
    )
  }
  return (
    <div>
      <Button look="quiet" icon="flag" onClick={() => setAsked(true)}>
        {t('end.do')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        title={t('end.title', { name: text(name) })}
        confirm={t('end.do')}
        onConfirm={() => set(app.today())}
        onCancel={() => setAsked(false)}
      >
        {t('end.hint')}
      </ConfirmDialog>
    </div>
  )
}
