import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { programmeFields, type Programme } from '../../../domain/qms/programme.ts'
import { getStep, steps } from '../../../domain/qms/steps.ts'
import { useOwnerWords } from '../../context/use-owner-words.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { OwnersDialog } from './owners-dialog.tsx'
import type { SaveProgramme } from './save-programme.ts'

interface Props {
  readonly programme: Programme
  readonly save: SaveProgramme
}

/** Who has each step: as it usually goes, or as the province says. */
export function OwnersCard({ programme: { owners }, save }: Props) {
  const { t } = useTranslation('programme')
  const text = useLocalText()
  const wordsOf = useOwnerWords()
  const [opened, setOpened] = useState<string>()
  const step = opened === undefined ? undefined : getStep(opened)
  return (
    <Card title={t('owners.title')} subtitle={t('owners.hint')} flush>
      <RowList label={t('owners.title')}>
        {steps.map(({ id, title, roles }, at) => {
          const own = owners.get(id)
          return (
            <ListRow
              key={id}
              title={`${at + 1}. ${text(title)}`}
              meta={own ? wordsOf(own) : t('owners.usual', { owners: wordsOf({ roles, office: '' }) })}
              onSelect={() => setOpened(id)}
            />
          )
        })}
      </RowList>
      {step && (
        <OwnersDialog
          step={step}
          owners={owners.get(step.id)}
          onClose={() => setOpened(undefined)}
          onSave={async value => {
            const saved = await save([{ field: programmeFields.owners(step.id), value }])
            if (saved.ok) setOpened(undefined)
          }}
        />
      )}
    </Card>
  )
}
