/** What an expression yields. Dates are ISO text, several choices are text with spaces between, empty is `''`. */
export type Scalar = string | number | boolean
