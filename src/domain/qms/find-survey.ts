import { responseId } from '../responses/response-fields.ts'
import type { Programme } from './programme.ts'

/**
 * The response that is a commune's survey: of today's form, unless one of an earlier form was begun and none of today's.
 * Undefined while the programme has no survey.
 */
export function findSurvey(
  { id, surveys }: Pick<Programme, 'id' | 'surveys'>,
  unit: string,
  isThere: (response: string) => boolean,
): string | undefined {
  const responses = surveys.map(form => responseId(id, form, unit))
  return responses.find(isThere) ?? responses[0]
}
