import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { listenForInstallOffer } from '../context/use-install.ts'
import { createDeviceDatabase } from '../database/device-database.ts'
import { createDeviceStore } from '../database/device-store.ts'
import { startI18n } from '../i18n/start-i18n.ts'
import { ToastHost } from '../ui/toast-host.tsx'
import '../ui/tokens.css'
import '../ui/base.css'
import { createLinks } from './links.ts'
import { Root } from './root.tsx'
import { preloadScreen } from './routes.tsx'

async function start(): Promise<void> {
  listenForInstallOffer()
  const device = createDeviceStore(createDeviceDatabase())
  // With a worker the screens are on the tablet: one costs nothing, also where it turns out that nobody is signed in.
  const isInstalled = globalThis.navigator.serviceWorker?.controller != null
  if (isInstalled) preloadScreen(document.location.pathname)
  const i18n = await startI18n({
    loadLanguage: async () => {
      const { language, currentPerson } = await device.settings()
      if (currentPerson !== null && !isInstalled) preloadScreen(document.location.pathname)
      return language
    },
    saveLanguage: language => device.changeSettings({ language }),
    root: document.documentElement,
  })
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <ToastHost>
          <Root device={device} links={createLinks()} />
        </ToastHost>
      </I18nextProvider>
    </StrictMode>,
  )
}

void start()
