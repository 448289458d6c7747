/** `2018-03` as 03/2018. */
export const monthWords = (month: string): string => month.split('-').toReversed().join('/')
