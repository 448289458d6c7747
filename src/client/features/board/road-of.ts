/** Where a commune's road is looked at. */
export const roadOf = (unit: string): string => `/road?unit=${encodeURIComponent(unit)}`
