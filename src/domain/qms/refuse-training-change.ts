import { isDay } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Action } from '../people/role.ts'
import { isPhoto, readEvidenceFile } from '../responses/evidence-file.ts'
import { isSha256 } from '../responses/photo.ts'
import { longestText } from '../responses/response.ts'
import type { QmsRefusal } from './refuse-document-change.ts'
import { parseTrainingField } from './training-fields.ts'
import { getTrainingTopic } from './training-topics.ts'
import { isHours, readAttendance, type Training } from './training.ts'

export interface TrainingGiven {
  /** As it is before the change. */
  readonly training: Training
  readonly mayDo: (action: Action) => boolean
  /** The day the change is made, `YYYY-MM-DD`. */
  readonly today: string
}

/**
 * Why a field of a training session may not be set to a value now; undefined when it may. The app and the server ask the
 * same. Null takes a value back.
 */
export function refuseTrainingChange(
  name: string,
  value: JsonValue,
  { training, mayDo, today }: TrainingGiven,
): QmsRefusal | undefined {
  const field = parseTrainingField(name)
  if (!field) return 'unknownField'
  if (!mayDo('qms.write')) return 'notYourRole'
  if (field.kind === 'cancelled') {
    if (value === null) return undefined
    if (training.attendance.size > 0) return 'illegalMove'
    return typeof value === 'string' && value.trim() !== '' ? undefined : 'reasonMissing'
  }
  if (training.cancelled !== undefined) return 'locked'
  if (field.kind === 'topic')
    return typeof value === 'string' && getTrainingTopic(value) ? undefined : 'badValue'
  if (field.kind === 'evidence' && !isSha256(field.sha256)) return 'badValue'
  if (value === null) return undefined
  switch (field.kind) {
    case 'hours':
      return isHours(value) ? undefined : 'badValue'
    case 'day':
      // Nothing was held that is still to come.
      return isDay(value) && (field.name === 'planned' || value <= today) ? undefined : 'badValue'
    case 'text':
      return typeof value === 'string' && value.length <= longestText ? undefined : 'badValue'
    case 'invited':
      return value === true ? undefined : 'badValue'
    case 'attendance':
      return readAttendance(value) ? undefined : 'badValue'
    case 'evidence': {
      const file = readEvidenceFile(value)
      return file && isPhoto(file) ? undefined : 'badValue'
    }
  }
}
