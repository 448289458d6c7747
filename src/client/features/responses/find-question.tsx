import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Repeat } from '../../../domain/forms/form-version.ts'
import { splitKey } from '../../../domain/forms/row.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { findRowName } from './blocks/row-name.ts'
import { useKeys } from './blocks/use-section.ts'
import styles from './fill-page.module.css'
import { useFilling } from './filling-context.tsx'
import { foldLabels, matchLabels } from './match-labels.ts'
import { useAnswerText } from '../../context/use-answer-text.ts'

const mostShown = 8

/** Finds a question of the whole form by its words, with or without diacritics: most of it is not on the page. */
export function FindQuestion({ onSelect }: { readonly onSelect: (key: string) => void }) {
  const { t } = useTranslation('responses')
  const [isOpen, setOpen] = useState(false)
  const label = t('find.label')
  if (!isOpen) return <IconButton icon="search" look="framed" label={label} onClick={() => setOpen(true)} />
  return (
    <div className={styles.find}>
      <Finder
        label={label}
        onSelect={key => {
          setOpen(false)
          onSelect(key)
        }}
      />
    </div>
  )
}

function Finder({ label, onSelect }: { readonly label: string; readonly onSelect: (key: string) => void }) {
  const { session, form } = useFilling().filling
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const keys = useKeys()
  const placeOf = usePlaceText()
  const [asked, setAsked] = useState('')
  const questionOf = (key: string) => form.questions.get(splitKey(key).id)?.question
  const folded = useMemo(
    () => foldLabels(keys.map(key => [key, text(questionOf(key)?.label ?? {})] as const)),
    // oxlint-disable-next-line react/exhaustive-deps -- `text` speaks one language for as long as the page is open
    [keys],
  )
  const found = matchLabels(folded, asked).filter(
    key => session.question(key).relevant && questionOf(key)?.type !== 'hidden',
  )
  return (
    <>
      <SearchField label={label} value={asked} onChange={setAsked} />
      {asked.trim() !== '' && found.length === 0 && <p className={styles.soft}>{t('find.none')}</p>}
      {found.length > 0 && (
        <RowList label={label}>
          {found.slice(0, mostShown).map(key => (
            <ListRow
              key={key}
              title={text(session.text(questionOf(key)?.label ?? {}, key))}
              meta={placeOf(key)}
              onSelect={() => onSelect(key)}
            />
          ))}
        </RowList>
      )}
      {found.length > mostShown && (
        <p className={styles.soft}>{t('find.more', { count: found.length - mostShown })}</p>
      )}
    </>
  )
}

/** The section a question stands in, and what its row is called. */
function usePlaceText(): (key: string) => string {
  const { session, form } = useFilling().filling
  const text = useLocalText()
  const answerText = useAnswerText()
  return key => {
    const { id, row } = splitKey(key)
    const place = form.places.byId.get(id)
    const section = form.form.sections.find(one => one.id === place?.sectionId)
    const repeat = place?.repeats.at(-1)?.item as Repeat | undefined
    const named = repeat && findRowName(repeat.items, row, session)
    const parts = [section && text(section.title), named && answerText(named.question, named.value)]
    return parts.filter(Boolean).join(' · ')
  }
}
