import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button.tsx'

const HelpPanel = lazy(async () => {
  const { HelpPanel: Component } = await import('../features/help/help-panel.tsx')
  return { default: Component }
})

/** The question mark in the top bar, at the same place on every screen. */
export function HelpButton() {
  const { t } = useTranslation('common')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <IconButton icon="question" look="onBar" label={t('help')} onClick={() => setIsOpen(true)} />
      {isOpen && (
        <Suspense>
          <HelpPanel onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
