import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Figure } from '../../../domain/qms/effect/figure.ts'
import type { JudgedIndicator } from '../../../domain/qms/effect/judge-effect.ts'
import { periodIds } from '../../../domain/qms/effect/periods.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { PeriodBars } from './period-bars.tsx'
import { linkOfThing } from './thing-links.ts'
import { stateOfVerdict, useEffectWords } from './use-effect-words.ts'
import styles from './effect.module.css'

interface Props {
  readonly judged: JudgedIndicator
  /** Changes the target; undefined for who may not. */
  readonly onAim: (() => void) | undefined
}

/** One indicator: its verdict, its four values as bars and figures, and where they come from. */
export function IndicatorCard({ judged, onAim }: Props) {
  const { indicator, figures, verdict } = judged
  const { t } = useTranslation('effect')
  const text = useLocalText()
  const words = useEffectWords()
  const name = text(indicator.label)
  // Four dashes tell nothing that the verdict does not.
  const hasFigures = periodIds.some(
    period => figures[period].value !== undefined || figures[period].note !== undefined,
  )
  return (
    <Card titleLevel="h3" title={name} subtitle={words.target(judged) || undefined}>
      <div className={styles.indicator}>
        <div className={styles.marks}>
          <StateMark state={stateOfVerdict[verdict]}>{t(`verdict.${verdict}`)}</StateMark>
          {judged.change !== undefined && <span className={styles.soft}>{words.change(judged)}</span>}
        </div>
        {judged.latest !== undefined || figures.baseline.value !== undefined ? (
          <PeriodBars judged={judged} />
        ) : null}
        {hasFigures && (
          <dl className={styles.periods}>
            {periodIds.map(period => (
              <div key={period} className={styles.period}>
                <dt>{t(`period.${period}`)}</dt>
                <dd>{words.figure(figures[period])}</dd>
              </div>
            ))}
          </dl>
        )}
        <details className={styles.from}>
          <summary>{t('from.open')}</summary>
          <ul className={styles.sources}>
            {periodIds.map(period => (
              <li key={period}>
                <strong>{t(`period.${period}`)}: </strong>
                <Source figure={figures[period]} source={text(indicator.source)} />
              </li>
            ))}
          </ul>
        </details>
        {onAim && indicator.direction !== 'info' && (
          <div>
            <Button look="quiet" icon="pencil" onClick={onAim} aria-label={`${t('target.set')}: ${name}`}>
              {t('target.set')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}

function Source({ figure, source }: { readonly figure: Figure; readonly source: string }) {
  const { t } = useTranslation('effect')
  const { from, note, parts, things } = figure
  if (note === 'few') return t('from.few')
  if (from === undefined) return t('from.none', { source })
  const told = [
    t(`from.${from}`),
    note === 'perMonth' ? t('from.perMonth') : '',
    parts ? t('from.parts', parts) : '',
  ]
  return (
    <>
      {told.filter(Boolean).join(', ')}
      {things.map((thing, at) => (
        <Link key={thing} to={linkOfThing(thing)} className={styles.link}>
          {t('from.things', {
            name: `${t(`thing.${typeOf(thing)}`)}${things.length > 1 ? ` ${at + 1}` : ''}`,
          })}
        </Link>
      ))}
    </>
  )
}

const typeOf = (thing: string): 'finding' | 'auditReport' | 'response' => {
  const [type = ''] = thing.split('.')
  return type === 'finding' || type === 'auditReport' ? type : 'response'
}
