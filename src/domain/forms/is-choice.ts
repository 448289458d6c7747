import type { ChoiceQuestion, FormItem } from './form-version.ts'

/** As it comes from JSON: the options may stand in the list that it names. */
type Unfilled = Omit<ChoiceQuestion, 'options'> & Partial<Pick<ChoiceQuestion, 'options'>>

/** True for a question answered by choosing, whether its options are filled in yet or not. */
export const isChoice = (item: FormItem): item is Extract<FormItem, ChoiceQuestion> & Unfilled =>
  item.type === 'select_one' ||
  item.type === 'select_multiple' ||
  item.type === 'yes_no_partly' ||
  item.type === 'rank'
