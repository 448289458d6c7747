import { useTranslation } from 'react-i18next'
import type { Comment } from '../../../domain/responses/response.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './question-card.module.css'

export function CommentList({ comments }: { readonly comments: readonly Comment[] }) {
  const { t } = useTranslation('responses')
  const nameOf = usePersonName()
  const format = useFormat()
  if (comments.length === 0) return null
  return (
    <ul className={styles.comments} aria-label={t('comment.title')}>
      {comments.map(comment => (
        <li key={comment.id} className={styles.comment}>
          {comment.text}
          <span className={styles.by}>
            {t('review.byWhom', { name: nameOf(comment.author), time: format.dateTime(comment.at) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
