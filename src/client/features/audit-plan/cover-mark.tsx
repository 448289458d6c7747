import { useTranslation } from 'react-i18next'
import type { Cover, CoverState } from '../../../domain/audits/coverage.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.ts'
import styles from './cover.module.css'

const icons: Readonly<Record<CoverState, IconName>> = {
  audited: 'check',
  planned: 'calendar',
  earlier: 'clock',
  never: 'circle',
}

/** Audited, planned, audited long ago or never: a shape and a word. */
export function CoverMark({ cover: { state, auditedOn, months } }: { readonly cover: Cover }) {
  const { t } = useTranslation('auditPlan')
  const [year = '', month = ''] = auditedOn?.split('-') ?? []
  function words(): string {
    switch (state) {
      case 'audited':
        return t('cover.audited', { month: `${month}/${year}` })
      case 'planned':
        return t('cover.planned', { months: months.join(', ') })
      case 'earlier':
        return t('cover.earlier', { year })
      case 'never':
        return t('cover.never')
    }
  }
  return (
    <span className={classNames(styles.mark, styles[state])}>
      <Icon name={icons[state]} size="s" />
      <span>{words()}</span>
    </span>
  )
}
