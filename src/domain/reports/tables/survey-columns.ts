import type { SurveyProgress } from '../survey-progress.ts'
import { unitColumns, type TableColumn } from './report-table.ts'

export interface SurveyRow extends SurveyProgress {
  readonly dayOf: (ms: number) => string
}

/** The district's list of communes. */
export const surveyColumns: readonly TableColumn<SurveyRow>[] = [
  ...unitColumns<SurveyRow>(true),
  { key: 'survey', width: 2, value: ({ state }, names) => names.state('response', state) },
  { key: 'isLate', width: 1, value: ({ isLate }) => isLate },
  { key: 'score', width: 1, value: ({ score }) => score },
  { key: 'answered', width: 1, value: ({ answered }) => answered },
  { key: 'sendings', width: 1, value: ({ sendings }) => sendings },
  { key: 'movedOn', width: 2, value: ({ movedAt, dayOf }) => (movedAt === null ? null : dayOf(movedAt)) },
]
