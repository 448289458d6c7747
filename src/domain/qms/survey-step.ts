/** The step of the road that is done by the programme's survey. */
export const surveyStep = 's02'
