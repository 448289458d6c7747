import { useTranslation } from 'react-i18next'
import type { PeopleFault } from '../../../domain/people/judge-people-file.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** What is wrong with an assignment or a row of a file, as a sentence that says what to do. */
export function useFaultWords(): (fault: PeopleFault) => string {
  const { t } = useTranslation('admin')
  const format = useFormat()
  const directory = useDirectory()
  return fault => {
    switch (fault.type) {
      case 'overlaps':
        return fault.to === null
          ? t('fault.overlapsOpen', { from: format.date(fault.from) })
          : t('fault.overlaps', { from: format.date(fault.from), to: format.date(fault.to) })
      case 'wrongUnit':
        return t('fault.wrongUnit', { kinds: fault.kinds.map(kind => t(`kind.${kind}`)).join(', ') })
      case 'twice':
      case 'otherName':
        return t(`fault.${fault.type}`, { line: fault.line })
      case 'ambiguousUnit':
        return t('fault.ambiguousUnit', {
          units: fault.units
            .map(id => {
              const unit = directory?.tree.get(id)
              const above = directory?.tree.ancestors(id)[0]?.fullName
              return `${unit?.code} ${unit?.fullName}${above ? ` (${above})` : ''}`
            })
            .join('; '),
        })
      case 'badDay':
      case 'badName':
      case 'badUsername':
      case 'endsBeforeItBegins':
      case 'notText':
      case 'unitNotThere':
      case 'unknownRole':
      case 'unknownUnit':
      case 'usernameTaken':
        return t(`fault.${fault.type}`)
    }
  }
}
