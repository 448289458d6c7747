import { useTranslation } from 'react-i18next'
import { quizKind } from '../../../domain/responses/quiz-result.ts'
import { returnedQuestions } from '../../../domain/responses/returned-questions.ts'
import { Banner } from '../../ui/banner.tsx'
import { useFilling } from './filling-context.tsx'

/** Where the response stands, when that changes what can be done with it. */
export function StateBanner({ isMoveWaiting }: { readonly isMoveWaiting: boolean }) {
  const { filling } = useFilling()
  const { t } = useTranslation('responses')
  const response = filling.response()
  const last = response.moves.at(-1)
  switch (response.state) {
    case 'draft':
      return null
    case 'sent':
      if (isMoveWaiting) return <Banner tone="info">{t('banner.sentWaiting')}</Banner>
      // The server grades a quiz; nobody has to approve it.
      return (
        <Banner tone="info">
          {t(filling.form.form.kind === quizKind ? 'banner.quizSent' : 'banner.sent')}
        </Banner>
      )
    case 'returned': {
      const count = returnedQuestions(response).size
      return (
        <Banner tone="warning" title={t('banner.returned', { reason: last?.reason ?? '' })}>
          {count > 0 && t('banner.returnedHint', { count })}
        </Banner>
      )
    }
    case 'approved':
      return <Banner tone="success">{t('banner.approved')}</Banner>
  }
}
