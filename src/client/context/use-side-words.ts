import { useTranslation } from 'react-i18next'
import { tabletName } from '../../sync/replica/tablet-name.ts'
import { useFormat } from '../i18n/use-format.ts'
import type { ConflictSide } from './list-conflicts.ts'
import { useDevice } from './use-device.ts'
import { usePersonName } from './use-person-name.ts'

/** Who wrote one side of a conflict, when, and on which tablet, in words. */
export function useSideWords(): (side: ConflictSide) => string {
  const { t } = useTranslation('responses')
  const nameOf = usePersonName()
  const format = useFormat()
  const own = useDevice()
  // Before this tablet knows its own name, none is said: it may be this one.
  const tabletOf = (device: string): string | undefined => {
    if (own === undefined) return undefined
    return device === own ? t('conflict.thisTablet') : t('conflict.tablet', { name: tabletName(device) })
  }
  return ({ author, at, device }) =>
    [nameOf(author), format.dateTime(at), device === undefined ? undefined : tabletOf(device)]
      .filter(Boolean)
      .join(' · ')
}
