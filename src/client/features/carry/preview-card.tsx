import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseFeedId } from '../../../domain/people/feed.ts'
import type { CarriedPreview } from '../../context/carry.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './carry.module.css'

interface PreviewCardProps {
  readonly preview: CarriedPreview
  readonly onTakeIn: () => Promise<void>
  readonly onCancel: () => void
}

/** Whose work a file is, how much and where from: counts only, nothing of what it says. */
export function PreviewCard({ preview, onTakeIn, onCancel }: PreviewCardProps) {
  const { t } = useTranslation('carry')
  const format = useFormat()
  const directory = useDirectory()
  const [isTaking, setTaking] = useState(false)
  const { summary, isWhole } = preview
  const units = new Set(summary.feeds.map(feed => parseFeedId(feed)?.unit ?? feed))
  const amount = (good: number, all: number): string =>
    good >= all
      ? format.number(good)
      : t('preview.of', { good: format.number(good), all: format.number(all) })
  const facts = [
    [t('preview.who'), directory?.people.get(summary.author)?.name ?? summary.name],
    [t('preview.where'), [...units].map(unit => directory?.tree.get(unit)?.fullName ?? unit).join(', ')],
    [t('preview.changes'), amount(preview.changes, summary.changes)],
    [t('preview.files'), amount(preview.files, summary.files)],
    [t('preview.made'), summary.at > 0 ? format.dateTime(summary.at) : t('preview.unknownTime')],
  ] as const
  return (
    <section className={styles.preview} aria-label={t('preview.title')}>
      <p className={styles.strong}>{t('preview.title')}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      {!isWhole && (
        <Banner tone="warning" announce>
          {t('preview.damaged')}
        </Banner>
      )}
      <div className={styles.buttons}>
        <Button
          look="primary"
          icon="download"
          busy={isTaking}
          onClick={() => {
            setTaking(true)
            void onTakeIn()
          }}
        >
          {t('take.do')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('take.cancel')}
        </Button>
      </div>
    </section>
  )
}
