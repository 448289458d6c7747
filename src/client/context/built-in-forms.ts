import auditChecklist from '../../content/forms/audit-checklist-2008.json' with { type: 'json' }
import awarenessInterview from '../../content/forms/awareness-interview.json' with { type: 'json' }
import awarenessQuiz from '../../content/forms/awareness-quiz.json' with { type: 'json' }
import citizenSatisfaction from '../../content/forms/citizen-satisfaction.json' with { type: 'json' }
import documentReview from '../../content/forms/document-review.json' with { type: 'json' }
import effectiveness from '../../content/forms/effectiveness-3m.json' with { type: 'json' }
import readiness from '../../content/forms/readiness.json' with { type: 'json' }
import trainingAttendance from '../../content/forms/training-attendance.json' with { type: 'json' }
import { fillOptions } from '../../domain/forms/fill-options.ts'
import type { FormVersion } from '../../domain/forms/form-version.ts'

/** The built-in forms but the survey, in the order of the work; a chunk of its own. Tests have parsed them. */
export const builtInForms: readonly FormVersion[] = [
  documentReview,
  trainingAttendance,
  awarenessInterview,
  awarenessQuiz,
  auditChecklist,
  readiness,
  effectiveness,
  citizenSatisfaction,
].map(json => fillOptions(json as unknown as FormVersion))
