import { anotherRun } from '../../../../domain/responses/response-fields.ts'
import { parseFeedId } from '../../../../domain/people/feed.ts'
import type { CompiledForm } from '../../../../domain/forms/compile-form.ts'
import { useApp } from '../../../context/app-context.tsx'
import { useHandover } from '../../../context/handover.ts'
import { startResponse } from '../../../context/start-response.ts'

/** Why a response was begun here: for the next person, or because the one before was left alone. */
type Why = 'next' | 'idle' | 'again'

const begun = new Map<string, Why>()

/** Undefined for a response that was not begun since the app was started. */
export const whyBegun = (thing: string): Why | undefined => begun.get(thing)

/** Begins another response to the same form and moves the lock on to it; true when both are on the disk. */
export function useFreshResponse(
  thing: string,
  feed: string,
  form: CompiledForm,
): (why: Why) => Promise<boolean> {
  const app = useApp()
  const handover = useHandover()
  return async why => {
    const response = anotherRun(thing, app.newId().slice(0, 8))
    const unit = parseFeedId(feed)?.unit
    if (response === undefined || unit === undefined) return false
    const started = await startResponse(app, { response, unit, form })
    if (!started.ok) return false
    begun.set(response, why)
    return handover.begin(response).then(
      () => true,
      () => false,
    )
  }
}
