import { useTranslation } from 'react-i18next'
import { photoLimits } from '../../../domain/responses/photo.ts'
import { saveProblemKey } from '../../context/save-problem-key.ts'
import type { EvidenceProblem } from './add-evidence.ts'

/** Why a photo could not be kept, in words. */
export function usePhotoProblem(): (problem: EvidenceProblem) => string {
  const { t } = useTranslation('responses')
  return ({ type }) => {
    switch (type) {
      case 'notAnImage':
      case 'photoTooLarge':
      case 'noRoom':
        return t(`photo.${type}`)
      case 'tooMany':
        return t('photo.tooMany', { limit: photoLimits.perQuestion })
      case 'quotaExceeded':
      case 'databaseGone':
      case 'valueTooLarge':
      case 'databaseFailed':
        return t(saveProblemKey(type))
    }
  }
}
