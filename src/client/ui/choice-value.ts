/** What is chosen of some options, and who hears of another choice. */
export type ChoiceValue =
  | {
      readonly kind: 'one'
      readonly value: string | null
      /** `null` when the choice is taken back. */
      readonly onChange: (value: string | null) => void
    }
  | {
      readonly kind: 'many'
      /** In the order of the options. */
      readonly value: readonly string[]
      readonly onChange: (value: readonly string[]) => void
    }
