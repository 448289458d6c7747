import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Fields } from './use-autosave.ts'

/** How far what was typed has come: "on this tablet" is said only when it is (SY1). */
export function SavingMark({ fields: { saving, retry } }: { readonly fields: Fields }) {
  const { t } = useTranslation(['common', 'responses'])
  if (saving.type === 'idle') return null
  if (saving.type === 'failed') {
    const { type } = saving.problem
    return (
      <Banner
        tone="danger"
        announce
        action={<Button onClick={() => void retry()}>{t('responses:save.again')}</Button>}
      >
        {t(`responses:save.${type === 'databaseFailed' ? 'failed' : type}`)}
      </Banner>
    )
  }
  return (
    <output data-saving={saving.type}>
      <StateMark state={saving.type === 'saving' ? 'waiting' : 'onTablet'} look="plain">
        {t(saving.type === 'saving' ? 'saved.saving' : 'saved.onTablet')}
      </StateMark>
    </output>
  )
}
