import { useTranslation } from 'react-i18next'
import { longestAnswer } from '../../../domain/forms/find-answer-fault.ts'
import type { Question } from '../../../domain/forms/form-version.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import type { QuestionView } from './question-view.ts'

/** Says what is wrong with an answer and what to do. */
export function useProblemText(): (
  question: Question,
  view: Pick<QuestionView, 'state' | 'isTooLong'>,
) => string {
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const format = useFormat()
  return (_question, { state }) => {
    const { problem, value } = state
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
        return problem?.message ? text(problem.message) : t('problem.constraint')
    }
  }
}
