import { useMemo } from 'react'
import { gradeWords, type GradeWords } from '../../domain/audits/grade.ts'
import { gradeWordsOf } from '../../domain/qms/settings.ts'
import { useSettings } from './use-settings.ts'

/** What the grades are called in this province. */
export function useGradeWords(): readonly GradeWords[] {
  const settings = useSettings()
  return useMemo(() => (settings ? gradeWordsOf(settings) : gradeWords), [settings])
}
