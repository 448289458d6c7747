import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentFields } from '../../../domain/qms/document-fields.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './documents.module.css'
import type { OpenDocument } from './open-document.ts'

/** Where copies lie that people work by: what has to be withdrawn when a new revision is issued. */
export function DocumentPlaces({ open: { document, given, save } }: { readonly open: OpenDocument }) {
  const { t } = useTranslation('documents')
  const [name, setName] = useState('')
  const [hasFailed, setFailed] = useState(false)
  const mayChange = given.mayDo('qms.write')

  async function set(place: string, value: true | null): Promise<void> {
    const saved = await save([{ field: documentFields.place(place), value }])
    setFailed(!saved.ok)
    if (saved.ok && value === true) setName('')
  }

  // It is part of the field's name, which has no room for strokes.
  const typed = name.replaceAll('/', '-').trim().slice(0, 100)
  return (
    <Card title={t('places.title')}>
      <div className={styles.stack}>
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('failed')}
          </Banner>
        )}
        {document.places.length === 0 && <p className={styles.soft}>{t('places.none')}</p>}
        <ul className={styles.list}>
          {document.places.map(place => (
            <li key={place} className={styles.reader}>
              <span>{place}</span>
              {mayChange && (
                <Button
                  look="quiet"
                  aria-label={t('places.removeFrom', { name: place })}
                  onClick={() => void set(place, null)}
                >
                  {t('places.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayChange && (
          <div className={styles.add}>
            <TextField label={t('places.name')} value={name} onChange={setName} />
            <Button icon="plus" disabled={typed === ''} onClick={() => void set(typed, true)}>
              {t('places.add')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
