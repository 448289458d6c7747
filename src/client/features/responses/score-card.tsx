import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './fill-page.module.css'
import type { Filling } from './filling.ts'

/** Total and by section, as far as the answers go. */
export function ScoreCard({ filling }: { readonly filling: Filling }) {
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const format = useFormat()
  const { total, sections, band } = filling.session.score()
  const one = (value: number) => format.number(value, { mostDecimals: 1 })
  return (
    <Card title={t('score.title')} subtitle={t('score.hint')}>
      {total === null ? (
        <p className={styles.soft}>{t('score.none')}</p>
      ) : (
        <div className={styles.scores}>
          <div className={styles.total}>
            <span className={styles.big}>{one(total)}</span>
            <span className={styles.soft}>/ 100</span>
            {band && <StateMark state={bandMark(band.id)}>{text(band.label)}</StateMark>}
          </div>
          {filling.form.form.sections.map(section => {
            const score = sections[section.id]
            return score == null ? null : (
              <ProgressBar
                key={section.id}
                label={text(section.title)}
                done={score}
                total={100}
                count={one(score)}
              />
            )
          })}
        </div>
      )}
    </Card>
  )
}

export function bandMark(band: string): 'notStarted' | 'inProgress' | 'done' {
  if (band === 'high') return 'done'
  return band === 'medium' ? 'inProgress' : 'notStarted'
}
