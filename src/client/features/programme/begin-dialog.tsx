import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { programmeFields } from '../../../domain/qms/programme.ts'
import type { FormName } from '../../../domain/responses/response.ts'
import { useApp } from '../../context/app-context.tsx'
import { firstForm } from '../../context/forms.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/stack.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ProgrammeChange } from './save-programme.ts'

interface Props {
  /** What the new programme's survey is at first; the built-in one where there is none. */
  readonly survey: FormName | undefined
  readonly onBegin: (changes: readonly ProgrammeChange[]) => Promise<void>
  readonly onClose: () => void
}

const longest = 200

/** Begins a programme: its name and its first day. The rest is set on the page. */
export function BeginDialog({ survey = firstForm, onBegin, onClose }: Props) {
  const app = useApp()
  const { t } = useTranslation(['programme', 'common'])
  const [vi, setVi] = useState('')
  const [en, setEn] = useState('')
  const [begunOn, setBegunOn] = useState<string | null>(app.today())
  const [isAsked, setAsked] = useState(false)

  async function begin(): Promise<void> {
    setAsked(true)
    if (vi.trim() === '' || begunOn === null) return
    await onBegin([
      { field: programmeFields.name, value: { vi: vi.trim(), en: en.trim() } },
      { field: programmeFields.begunOn, value: begunOn },
      { field: programmeFields.survey(survey.id), value: true },
      { field: programmeFields.surveyForm, value: { id: survey.id, version: survey.version } },
    ])
  }

  return (
    <Dialog
      open
      mustAnswer
      title={t('begin.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button look="primary" onClick={() => void begin()}>
            {t('begin.do')}
          </Button>
        </>
      }
    >
      <Stack>
        <TextField
          label={t('frame.name_vi')}
          required
          maxLength={longest}
          value={vi}
          onChange={setVi}
          error={isAsked && vi.trim() === '' ? t('begin.nameless') : undefined}
        />
        <TextField label={t('frame.name_en')} maxLength={longest} value={en} onChange={setEn} />
        <DateField
          label={t('frame.begunOn')}
          required
          value={begunOn}
          onChange={setBegunOn}
          error={isAsked && begunOn === null ? t('begin.dayless') : undefined}
        />
        <p>{t('begin.hint')}</p>
      </Stack>
    </Dialog>
  )
}
