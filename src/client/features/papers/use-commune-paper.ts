import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import mandatoryJson from '../../../content/qms/mandatory-documents.json' with { type: 'json' }
import type { Option } from '../../../domain/forms/form-version.ts'
import { parseRoadThing } from '../../../domain/qms/road-fields.ts'
import { effectPaper } from '../../../domain/reports/papers/effect-paper.ts'
import type { Paper } from '../../../domain/reports/papers/paper.ts'
import { paperFrame } from '../../../domain/reports/papers/paper-frame.ts'
import { readinessPaper } from '../../../domain/reports/papers/readiness-paper.ts'
import { registerPaper } from '../../../domain/reports/papers/register-paper.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useEffectOf } from '../../context/use-effect-of.ts'
import { useForms } from '../../context/use-forms.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useQms } from '../../context/use-qms-facts.ts'
import { useSettings } from '../../context/use-settings.ts'
import { useWhyWords } from '../../context/use-why-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import type { CommunePaperKind } from './paper-kinds.ts'
import { usePaperNames } from './use-paper-names.ts'

/** A paper of a commune's road as it would be printed today; null when it is not on this tablet, undefined until read. */
export function useCommunePaper(kind: CommunePaperKind, thing: string): Paper | null | undefined {
  const app = useApp()
  const directory = useDirectory()
  const forms = useForms('all')
  const settings = useSettings()
  const programmes = useProgrammes()
  const { language } = useLanguage()
  const { t } = useTranslation('documents')
  const text = useLocalText()
  const format = useFormat()
  const why = useWhyWords()
  const names = usePaperNames(forms)
  const place = parseRoadThing(thing)
  const programme = programmes?.find(({ id }) => id === place?.programme)
  const unit = place && directory?.tree.get(place.unit)
  const qms = useQms(unit, programme)
  const effect = useEffectOf(place?.unit, programme, qms)
  const today = app.today()
  return useMemo(() => {
    if (!directory || !forms || !settings || !programmes) return undefined
    if (!unit || !programme) return null
    if (!qms || !effect) return undefined
    const { tree } = directory
    const frame = paperFrame({
      unit,
      tree,
      date: today,
      words: names.words,
      language,
      hasParent: settings.hasParent,
      signing: settings.signing,
    })
    switch (kind) {
      case 'register': {
        const begun = new Set([...qms.facts.documents.values()].map(({ mandatory }) => mandatory))
        return registerPaper({
          documents: qms.facts.documents,
          road: qms.facts.road,
          missing: mandatoryJson.filter(({ id }) => !begun.has(id)).map(({ title }) => text(title)),
          kindOf: name => t(`kind.${name}`),
          stateOf: state => t(`state.${state}`),
          frame,
          names,
        })
      }
      case 'readiness':
        return readinessPaper({ gates: qms.gates, text, why, frame, names })
      case 'effectiveness': {
        const option = (id: string, value: string): string => {
          const question = forms.findQuestion(id)
          const options = question && 'options' in question ? (question.options as readonly Option[]) : []
          return text(options.find(one => one.value === value)?.label ?? { vi: value })
        }
        const number = (value: number): string => format.number(value, { mostDecimals: 1 })
        return effectPaper({ effect, text, number, option, frame, names })
      }
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the words of reasons and the place come of what is listed
  }, [
    kind,
    thing,
    directory,
    forms,
    settings,
    programmes,
    programme,
    qms,
    effect,
    names,
    language,
    text,
    format,
    t,
    today,
  ])
}
