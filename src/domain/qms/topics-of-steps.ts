/** The topic of `content/qms/training-topics.json` in which a step of the road trains people. */
export const topicsOfSteps = { s03: 'aware', s04: 'docs', s09: 'audit' } as const

export const topicOfStep = (step: string): string | undefined =>
  Object.hasOwn(topicsOfSteps, step) ? topicsOfSteps[step as keyof typeof topicsOfSteps] : undefined
