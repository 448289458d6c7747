import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../context/app-context.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

/** The browser deleted this person's data: said loudly, never answered with silence (ST5). */
export function EmptiedBanner() {
  const app = useApp()
  const { t } = useTranslation('signIn')
  const [isRead, setRead] = useState(false)
  if (!app.wasEmptied || isRead) return null
  return (
    <Banner
      tone="danger"
      title={t('emptied.title')}
      announce
      action={<Button onClick={() => setRead(true)}>{t('emptied.ok')}</Button>}
    >
      {t('emptied.text')}
    </Banner>
  )
}
