/** The types of OData's entity data model that the feed has. */
export type EdmType =
  'Edm.String' | 'Edm.Int32' | 'Edm.Double' | 'Edm.Boolean' | 'Edm.Date' | 'Edm.DateTimeOffset'

/** An instant is milliseconds since 1970 until it is written, a day `YYYY-MM-DD`. */
export type EdmValue = string | number | boolean | null

/** The properties of an entity type, in the order in which they are shown. */
export type Properties = Readonly<Record<string, EdmType>>

/** One entity; its key is always `id`. */
export interface Row {
  readonly id: string
  readonly [property: string]: EdmValue
}
