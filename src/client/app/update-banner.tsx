import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUpdate } from '../context/update.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

export function UpdateBanner() {
  const { isReady, accept } = useUpdate()
  const { t } = useTranslation('shell')
  const [isLater, setLater] = useState(false)
  if (!isReady || isLater) return null
  return (
    <Banner
      tone="info"
      title={t('update.ready')}
      announce
      action={<Button onClick={accept}>{t('update.now')}</Button>}
      onDismiss={() => setLater(true)}
    >
      {t('update.hint')}
    </Banner>
  )
}
