/** What a mark, a banner or a choice says by its colour, always beside a shape and a word. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'
