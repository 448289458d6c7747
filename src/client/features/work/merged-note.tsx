import { useTranslation } from 'react-i18next'
import { listMergedUnits } from '../../../domain/people/list-merged-units.ts'
import { isValidOn } from '../../../domain/people/unit.ts'
import { listAppliedChanges, unitsChangeType } from '../../../domain/qms/applied-units-change.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'

/** For so long people are told that their commune has another name. */
const newMs = 90 * 86_400_000

/** Which units this person's own one took the place of, while that is new; nothing otherwise. */
export function MergedNote() {
  const app = useApp()
  const directory = useDirectory()
  const { t } = useTranslation('work')
  const format = useFormat()
  const applied = useWatched(() => app.watchFields(unitsChangeType, ''), `${app.person.id} units changes`)
  if (!directory || !applied) return null
  const today = app.today()
  const isNew = listAppliedChanges(applied).some(
    ({ at, isUndone }) => !isUndone && at >= Date.parse(today) - newMs,
  )
  if (!isNew) return null
  const own = directory.assignmentsOf(app.person.id).filter(one => isValidOn(one, today))
  return listMergedUnits(
    directory.tree.units,
    own.map(({ unit }) => unit),
    today,
  ).map(({ unit, before, on }) => (
    <Banner
      key={unit.id}
      tone="info"
      title={t('merged.title', {
        day: format.date(on),
        before: before.map(({ officialName, fullName }) => officialName ?? fullName).join(', '),
        unit: unit.fullName,
      })}
    >
      {t('merged.kept', { unit: unit.fullName })}
    </Banner>
  ))
}
