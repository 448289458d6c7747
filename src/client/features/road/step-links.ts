/** Where the work of a step is done; undefined where it is done outside the app. */
export function linkOfStep(step: string, unit: string): string | undefined {
  const at = `?unit=${encodeURIComponent(unit)}`
  switch (step) {
    case 's02':
      return '/work'
    case 's03':
    case 's04':
    case 's09':
      return `/training${at}`
    case 's05':
    case 's06':
    case 's07':
    case 's08':
      return `/documents${at}`
    case 's10':
      return '/audits'
    case 's11':
      return '/findings'
    case 's12':
      return `/road/review${at}`
    case 's13':
    case 's14':
      return `/road/declaration${at}`
    case 's15':
    case 's16':
      return `/road/effectiveness${at}`
    case 's01':
      return undefined
    default:
      return undefined
  }
}
