import { useTranslation } from 'react-i18next'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { gatherEffect } from '../../../domain/qms/effect/gather-effect.ts'
import { managementReviewThing, reviewFields } from '../../../domain/qms/management-review.ts'
import { reviewInputs } from '../../../domain/qms/review-inputs.ts'
import { useApp } from '../../context/app-context.tsx'
import { useForms } from '../../context/use-forms.ts'
import { toThings, type Qms } from '../../context/use-qms-facts.ts'
import { useToast } from '../../ui/use-toast.ts'
import type { RoadView } from './use-road.ts'
import type { SaveThing } from './use-things.ts'
import { useReviewWords } from './use-review-words.ts'

/** Begins minutes with what the data says already in them; gives their thing, or undefined when nothing was saved. */
export function useBeginReview(
  { unit, programme }: RoadView,
  qms: Qms,
  save: SaveThing,
): () => Promise<string | undefined> {
  const app = useApp()
  const forms = useForms('all')
  const words = useReviewWords()
  const toast = useToast()
  const { t } = useTranslation('road')
  return async () => {
    const thing = managementReviewThing(app.newId(), unit.id)
    const effect = gatherEffect(toThings(qms.rows), {
      unit: unit.id,
      programme,
      qms: qms.facts,
      dayOf: vietnamDayOf,
      findForm: name => forms?.find(name)?.form,
    })
    const saved = await save(thing, [
      { field: reviewFields.on, value: app.today() },
      ...words(reviewInputs(effect, app.today())).map(([name, value]) => ({
        field: reviewFields.text(name),
        value,
      })),
    ])
    if (saved.ok) return thing
    toast({ tone: 'danger', message: t('problem.failed') })
    return undefined
  }
}
