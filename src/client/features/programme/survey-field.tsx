import { useTranslation } from 'react-i18next'
import { isSurveyForm } from '../../../domain/qms/is-survey-form.ts'
import { programmeFields, type Programme } from '../../../domain/qms/programme.ts'
import { useForms } from '../../context/use-forms.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Select } from '../../ui/select.tsx'
import type { SaveProgramme } from './save-programme.ts'

interface Props {
  readonly programme: Programme
  readonly save: SaveProgramme
}

/** Which form is the survey: of each that can be one, its newest version. */
export function SurveyField({ programme: { surveyForm }, save }: Props) {
  const { t } = useTranslation('programme')
  const text = useLocalText()
  const forms = useForms()
  const newest = new Map(forms?.list.map(known => [known.id, known]))
  const options = [...newest.values()].filter(({ id, form }) => id === surveyForm?.id || isSurveyForm(form))

  function choose(id: string | null): void {
    const chosen = options.find(one => one.id === id)
    if (!chosen || chosen.id === surveyForm?.id) return
    const known = [chosen, ...(surveyForm ? [surveyForm] : [])]
    void save([
      // Communes that have begun the one before go on with it.
      ...known.map(one => ({ field: programmeFields.survey(one.id), value: true })),
      { field: programmeFields.surveyForm, value: { id: chosen.id, version: chosen.version } },
    ])
  }

  return (
    <Select
      label={t('frame.survey')}
      hint={t('frame.surveyFormHint')}
      empty={surveyForm ? false : undefined}
      disabled={!forms}
      value={surveyForm?.id ?? null}
      onChange={choose}
      options={options.map(({ id, version, form }) => ({
        value: id,
        label: t('frame.surveyVersion', { title: text(form.title), version }),
      }))}
    />
  )
}
