import topicsJson from '../../content/qms/training-topics.json' with { type: 'json' }
import type { LocalText } from '../forms/form-version.ts'

/** What a training session is about; the list is data. */
export interface TrainingTopic {
  readonly id: string
  readonly title: LocalText
  readonly clauses: readonly string[]
  /** Everybody in scope is to be trained in it, not only some. */
  readonly everybody: boolean
  /** Percent from which quiz and interview are passed. */
  readonly passAt?: number
  /** The form that tests a person afterwards, by its id. */
  readonly quiz?: string
  readonly interview?: string
}

export const trainingTopics: readonly TrainingTopic[] = topicsJson as readonly TrainingTopic[]

export const getTrainingTopic = (id: string | undefined): TrainingTopic | undefined =>
  trainingTopics.find(topic => topic.id === id)
