import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  gradeLabelField,
  hasParentField,
  labelLanguages,
  refuseSetting,
  settingNumberNames,
  settingNumbers,
  settingsThing,
  settingsType,
  signingField,
  signings,
  type SettingNumber,
} from '../../../domain/qms/settings.ts'
import { feedId } from '../../../domain/people/feed.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { gradeWords } from '../../../domain/audits/grade.ts'
import type { App } from '../../context/app.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useRowsOfTypes } from '../../context/use-rows-of-types.ts'
import { useSettings } from '../../context/use-settings.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SavedArea } from '../../ui/saved-area.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Stack } from '../../ui/stack.tsx'

/** `/settings`: what the province sets for all its communes. */
export function Component() {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const settings = useSettings()
  const rows = useRowsOfTypes([settingsType], '')
  const nameOf = usePersonName()
  const format = useFormat()
  const { t, ready } = useTranslation('settings')
  const text = useLocalText()
  const [hasFailed, setFailed] = useState(false)
  const [bad, setBad] = useState<SettingNumber>()
  if (!ready || !scope || !directory || !settings) return <Spinner />
  const province = directory
    .assignmentsOf(app.person.id)
    .find(({ unit }) => scope.mayDo('reference.write', unit))
  if (!province) return <EmptyState icon="lock" title={t('notYours')} />
  const feed = feedId(province.unit, 'reference')

  /** Who set it and when; undefined while it is the usual. */
  function changedBy(field: string): string | undefined {
    const row = rows?.find(one => one.field === field && one.value !== null)
    return row && t('changedBy', { name: nameOf(row.author), when: format.dateTime(row.at) })
  }

  async function save(field: string, value: JsonValue): ReturnType<App['save']> {
    const saved = await app.save([{ feed, type: settingsType, thing: settingsThing, field, value }])
    setFailed(!saved.ok)
    return saved
  }

  function change(name: SettingNumber, value: number | null): void {
    const isBad = refuseSetting(name, value) !== undefined
    setBad(isBad ? name : undefined)
    if (!isBad) void save(name, value)
  }

  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} back={{ to: '/account', label: t('back') }} />
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('failed')}
        </Banner>
      )}
      {(['dueDays', 'thresholds', 'declaration', 'reports'] as const).map(group => (
        <Card key={group} title={t(`${group}.title`)}>
          <Stack>
            {settingNumberNames
              .filter(name => name.startsWith(group))
              .map(name => {
                const [least, most] = settingNumbers[name]
                return (
                  <NumberField
                    key={name}
                    label={t(`number.${name.replace('/', '_') as 'dueDays_major'}`)}
                    hint={changedBy(name)}
                    value={settings.numbers[name]}
                    onChange={value => change(name, value)}
                    error={bad === name ? t('outside', { least, most }) : undefined}
                  />
                )
              })}
          </Stack>
        </Card>
      ))}
      <Card title={t('papers.title')}>
        <Stack>
          <SegmentedChoice
            label={t('papers.hasParent')}
            hint={changedBy(hasParentField)}
            value={settings.hasParent ? 'yes' : 'no'}
            onChange={value => value !== null && void save(hasParentField, value === 'yes')}
            segments={[
              { value: 'yes', label: t('papers.yes'), icon: 'building' },
              { value: 'no', label: t('papers.no'), icon: 'minus' },
            ]}
          />
          <SegmentedChoice
            label={t('papers.signing')}
            value={settings.signing}
            onChange={value => value !== null && void save(signingField, value)}
            segments={signings.map(signing => ({
              value: signing,
              label: t(`papers.${signing}`),
              icon: 'signature',
            }))}
          />
        </Stack>
      </Card>
      <Card title={t('grades.title')}>
        <Stack>
          {gradeWords.flatMap(({ id, label }) =>
            labelLanguages.map(language => (
              <SavedArea
                key={gradeLabelField(id, language)}
                label={t(`grades.${language}`, { usual: text(label) })}
                hint={t('grades.hint', { usual: label[language] ?? label['vi'] })}
                rows={1}
                readOnly={false}
                value={settings.gradeLabels[id]?.[language] ?? ''}
                onSave={words => save(gradeLabelField(id, language), words.trim() === '' ? null : words)}
              />
            )),
          )}
        </Stack>
      </Card>
    </>
  )
}
