import type * as lazyNamespaces from './lazy-namespaces.ts'
import type * as namespaces from './namespaces.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof namespaces & typeof lazyNamespaces
    strictKeyChecks: true
  }
}
