import { useTranslation } from 'react-i18next'
import type { Effect } from '../../../domain/qms/effect/judge-effect.ts'
import { mayFill } from '../../../domain/responses/may-fill.ts'
import { roadThing } from '../../../domain/qms/road-fields.ts'
import { useForms } from '../../context/use-forms.ts'
import { useScope } from '../../context/use-scope.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { StateName } from '../../ui/states.ts'
import type { RoadView } from './use-road.ts'
import styles from './effect.module.css'

const stateOf: Readonly<Record<'good' | 'ok' | 'weak' | 'none', StateName>> = {
  good: 'approved',
  ok: 'done',
  weak: 'late',
  none: 'notStarted',
}

/** What the evaluators conclude, what the figures say, and the one thing to do: fill the form, or print the report. */
export function ConclusionCard({ effect, road }: { readonly effect: Effect; readonly road: RoadView }) {
  const { t } = useTranslation('effect')
  const format = useFormat()
  const { conclusion, evaluation, counts } = effect
  const paper = `/papers/effectiveness/${encodeURIComponent(roadThing(road.programme.id, road.unit.id))}`
  const scope = useScope()
  const forms = useForms('all')
  const mayEvaluate = forms?.list.some(
    ({ form }) => form.kind === 'evaluation' && scope && mayFill(form, scope.rolesAt(road.unit.id)),
  )
  const form = evaluation && `/responses/${encodeURIComponent(evaluation.thing)}`
  const hasToFill = form ? !evaluation.isSent : mayEvaluate
  return (
    <Card title={t('conclusion.title')}>
      <div className={styles.where}>
        {conclusion ? (
          <>
            <div className={styles.marks}>
              <StateMark state={stateOf[conclusion.verdict]}>
                {t(`conclusion.verdict.${conclusion.verdict}`)}
              </StateMark>
            </div>
            {conclusion.basis !== '' && <p className={styles.text}>{conclusion.basis}</p>}
          </>
        ) : (
          <p className={styles.text}>{t('conclusion.none')}</p>
        )}
        <p className={styles.soft}>
          {[
            counts.met + counts.notMet > 0
              ? t('counts.targets', { met: counts.met, all: counts.met + counts.notMet })
              : '',
            counts.noData > 0 ? t('counts.noData', { count: counts.noData }) : '',
            evaluation?.useScore === undefined
              ? ''
              : t('conclusion.use', { score: format.number(evaluation.useScore, { mostDecimals: 0 }) }),
            evaluation?.on === undefined ? '' : t('conclusion.sentOn', { date: format.date(evaluation.on) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {evaluation && !evaluation.isSent && <Banner tone="info">{t('conclusion.draft')}</Banner>}
        <div className={styles.marks}>
          {form ? (
            <ButtonLink to={form} look={evaluation.isSent ? 'secondary' : 'primary'} icon="clipboard">
              {t('conclusion.open')}
            </ButtonLink>
          ) : (
            mayEvaluate && (
              <ButtonLink to="/work" look="primary" iconEnd="arrowRight">
                {t('conclusion.fill')}
              </ButtonLink>
            )
          )}
          <ButtonLink to={paper} look={hasToFill ? 'secondary' : 'primary'} icon="printer">
            {t('conclusion.paper')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}
