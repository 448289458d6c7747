import { useTranslation } from 'react-i18next'
import { declarationFields, type Declaration } from '../../../domain/qms/declaration.ts'
import { useApp } from '../../context/app-context.tsx'
import { PhotoSlot } from '../../context/photo-slot.tsx'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import styles from './road.module.css'
import { SavedArea } from '../../ui/saved-area.tsx'
import type { RoadView } from './use-road.ts'
import type { SaveThing } from './use-things.ts'

interface Props {
  readonly thing: string
  readonly declaration: Declaration
  readonly road: RoadView
  readonly save: SaveThing
}

const texts = ['number', 'decision', 'link', 'sentTo'] as const
const dayNames = ['postedOn', 'publishedOn', 'sentOn'] as const

/** What is done with a signed declaration: its number, posting it, publishing it, sending it. */
export function AfterSigning({ thing, declaration, road, save }: Props) {
  const app = useApp()
  const { t } = useTranslation('road')
  return (
    <Card title={t('declaration.after')}>
      <div className={styles.dialog}>
        {texts.map(name => (
          <SavedArea
            key={name}
            label={t(`declaration.text.${name}`)}
            value={declaration.texts[name] ?? ''}
            readOnly={!road.mayWrite}
            rows={1}
            onSave={value => save(thing, [{ field: declarationFields.text(name), value }])}
          />
        ))}
        <div className={styles.pair}>
          {dayNames.map(name => (
            <DateField
              key={name}
              label={t(`declaration.day.${name}`)}
              value={declaration.days[name] ?? null}
              max={app.today()}
              disabled={!road.mayWrite}
              onChange={value => void save(thing, [{ field: declarationFields.day(name), value }])}
            />
          ))}
        </div>
        <PhotoSlot
          label={t('declaration.posted')}
          files={declaration.files.posted}
          mayChange={road.mayWrite}
          onSave={(sha256, value, files) =>
            save(thing, [{ field: declarationFields.evidence('posted', sha256), value }], files)
          }
        />
      </div>
    </Card>
  )
}
