import { useTranslation } from 'react-i18next'
import { useLocalText } from '../../i18n/local-text.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useRowTitle } from './blocks/use-row-title.ts'
import { useFilling } from './filling-context.tsx'
import type { ReviewPiece } from './review-pieces.ts'
import styles from './review-page.module.css'

interface Props {
  readonly piece: Extract<ReviewPiece, { readonly kind: 'heading' }>
  readonly isNew: boolean
}

/** The words above a group, or what a row is called. */
export function ReviewHeading({ piece: { block }, isNew }: Props) {
  const { session } = useFilling().filling
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const titleOf = useRowTitle()
  const words =
    block.kind === 'row'
      ? titleOf(block, block.row)
      : block.group.label && text(session.text(block.group.label, block.key))
  return (
    <li className={styles.heading} data-kind={block.kind}>
      <h3 dir="auto" className={styles.headingTitle}>
        {words}
      </h3>
      {isNew && <StateMark state="inProgress">{t('review.rowAdded')}</StateMark>}
    </li>
  )
}
