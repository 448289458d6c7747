import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import type { Carry } from '../../context/carry.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Stack } from '../../ui/stack.tsx'
import { CarriedCard } from './carried-card.tsx'
import { PackCard } from './pack-card.tsx'
import { TakeInCard } from './take-in-card.tsx'

/** `/sync/carry`: unsent work leaves this tablet as a file, or that of others comes in (SY16). */
export function Component() {
  const app = useApp()
  // Its texts load with it (lazy-namespaces.ts).
  const { t, ready } = useTranslation('carry')
  const [carry, setCarry] = useState<Carry>()
  useEffect(() => {
    let isCurrent = true
    void app.carry().then(opened => {
      if (isCurrent) setCarry(opened)
    })
    return () => {
      isCurrent = false
    }
  }, [app])
  if (!ready) return null
  return (
    <>
      <PageHeader title={t('title')} back={{ to: '/sync', label: t('back') }} />
      {carry && (
        <Stack>
          <PackCard carry={carry} />
          <TakeInCard carry={carry} />
          <CarriedCard carry={carry} />
        </Stack>
      )}
    </>
  )
}
