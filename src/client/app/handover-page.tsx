import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { trainingType } from '../../domain/qms/training-fields.ts'
import { Component as CitizenPage } from '../features/responses/handover/handover-page.tsx'

const HandedAttendance = lazy(async () => ({
  default: (await import('../features/training/handed-attendance.tsx')).HandedAttendance,
}))

/** `/handover/:thing`: the tablet in the hands of others: a citizen's form, or the attendance list of a training session. */
export function Component() {
  const { thing = '' } = useParams()
  if (!thing.startsWith(`${trainingType}.`)) return <CitizenPage />
  return (
    <Suspense>
      <HandedAttendance thing={thing} />
    </Suspense>
  )
}
