/** Where a thing is looked at. */
export function linkOfThing(thing: string): string {
  const [type = ''] = thing.split('.')
  const id = encodeURIComponent(thing)
  switch (type) {
    case 'finding':
      return `/findings/${id}`
    case 'auditReport':
      return `/reports/${id}`
    case 'training':
      return `/training/${id}`
    case 'document':
      return `/documents/${id}`
    case 'managementReview':
      return '/road/review'
    case 'declaration':
      return '/road/declaration'
    default:
      return `/review/${id}`
  }
}
