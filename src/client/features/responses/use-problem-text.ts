import { useTranslation } from 'react-i18next'
import { longestAnswer } from '../../../domain/forms/find-answer-fault.ts'
import type { Question } from '../../../domain/forms/form-version.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFilling } from './filling-context.tsx'
import type { QuestionView } from './question-view.ts'

/** Says what is wrong with an answer and what to do. */
export function useProblemText(): (
  question: Question,
  view: Pick<QuestionView, 'state' | 'isTooLong'>,
) => string {
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const format = useFormat()
  const { session } = useFilling().filling
  return (question, { state }) => {
    const { problem, value } = state
    const message = problem?.message && text(session.text(problem.message, question.id))
    if (message) return message
    switch (problem?.code) {
      case 'required':
      case 'photoRequired':
        return t(`problem.${problem.code}`)
      case 'tooLong':
        return t('problem.tooLong', {
          limit: format.number(longestAnswer),
          length: format.number(typeof value === 'string' ? value.length : 0),
        })
      case 'notInteger':
      case 'notDate':
      case 'notTime':
      case 'notPlace':
      case 'notAllRanked':
      case 'outOfRange':
      case 'offStep':
        return t(`problem.${problem.code}`)
      case 'unknownOption':
      case 'repeatedOption':
        return t('problem.notOption')
      case 'exclusiveNotAlone':
        return t('problem.exclusive')
      case 'wrongType':
        return t('problem.wrongType')
      case 'constraint':
      case 'softConstraint':
      case undefined:
        return t('problem.constraint')
    }
  }
}
