import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'

/**
 * The server no longer knows this tablet's session, or does not let the tablet in: work goes on, and what waits goes
 * out after a password.
 */
export function SignInAgain() {
  const app = useApp()
  const status = useSyncStatus()
  const { t } = useTranslation('signIn')
  const [isOpen, setOpen] = useState(false)
  const type = status.problem?.type
  if (type !== 'unauthorized' && type !== 'deviceRevoked' && type !== 'otherPerson') return null
  const words = type === 'deviceRevoked' ? 'revoked' : 'again'
  return (
    <>
      <Banner
        tone="warning"
        title={t(`${words}.title`)}
        announce
        action={<Button onClick={() => setOpen(true)}>{t('again.do')}</Button>}
      >
        {t(`${words}.hint`, { count: status.waitingOps })}
      </Banner>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('again.title')}>
        <SignInForm
          isAgain
          start={{ username: app.person.username, password: '' }}
          onDone={() => {
            setOpen(false)
            app.sync.now()
          }}
        />
      </Dialog>
    </>
  )
}
