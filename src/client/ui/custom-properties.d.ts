import 'react'

// Measures that only the screen knows (a share of a slider, a number of columns) reach the style sheet by name.
declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
