import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { standards, isStandard } from '../../../domain/audits/clause.ts'
import { programmeFields, type Programme } from '../../../domain/qms/programme.ts'
import { err } from '../../../lib/result.ts'
import { useAhead } from '../../context/use-ahead.ts'
import { languageCodes, type Language } from '../../i18n/languages.ts'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SavedArea } from '../../ui/saved-area.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { Stack } from '../../ui/stack.tsx'
import type { SaveProgramme } from './save-programme.ts'
import { SurveyField } from './survey-field.tsx'

interface Props {
  readonly programme: Programme
  readonly save: SaveProgramme
}

const isSameName = (a: Programme['name'], b: Programme['name']): boolean =>
  languageCodes.every(language => a[language] === b[language])

/** What the programme is called, its first day, its survey, and the standard of its declarations. */
export function FrameCard({ programme, save }: Props) {
  const { t } = useTranslation('programme')
  const { begunOn, surveyDueOn, standard } = programme
  const [name, setName] = useAhead(programme.name, isSameName)
  const [isNameless, setNameless] = useState(false)

  const saveName = (language: Language) => async (words: string) => {
    const next = { ...name, [language]: words.trim() }
    setNameless(next['vi'] === '')
    // The field keeps what was typed, and says that it is not saved.
    if (next['vi'] === '') return err('nameless')
    setName(next)
    const saved = await save([{ field: programmeFields.name, value: next }])
    if (!saved.ok) setName(undefined)
    return saved
  }

  return (
    <Card title={t('frame.title')}>
      <Stack width="reading">
        {languageCodes.map(language => (
          <SavedArea
            key={language}
            label={t(`frame.name_${language}`)}
            hint={language === 'vi' && isNameless ? t('frame.nameless') : undefined}
            rows={1}
            readOnly={false}
            value={name[language] ?? ''}
            onSave={saveName(language)}
          />
        ))}
        <DateField
          label={t('frame.begunOn')}
          value={begunOn ?? null}
          onChange={(value, { invalid }) => {
            if (!invalid && value !== null) void save([{ field: programmeFields.begunOn, value }])
          }}
        />
        <SurveyField programme={programme} save={save} />
        <DateField
          label={t('frame.surveyDueOn')}
          hint={t('frame.surveyHint')}
          value={surveyDueOn ?? null}
          onChange={(value, { invalid }) => {
            if (!invalid) void save([{ field: programmeFields.surveyDueOn, value }])
          }}
        />
        <SegmentedChoice
          label={t('frame.standard')}
          hint={t('frame.standardHint')}
          value={standard}
          onChange={value => {
            if (isStandard(value)) void save([{ field: programmeFields.standard, value }])
          }}
          segments={standards.map(value => ({ value, label: `TCVN ISO 9001:${value}`, icon: 'document' }))}
        />
      </Stack>
    </Card>
  )
}
