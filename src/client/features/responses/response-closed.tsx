import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader, type PageHeaderProps } from '../../ui/page-header.tsx'

/** In place of a response that cannot be opened. */
export function ResponseClosed({
  why,
  ...header
}: Pick<PageHeaderProps, 'title' | 'back'> & { readonly why: string }) {
  return (
    <>
      <PageHeader {...header} />
      <EmptyState icon="search" title={why} />
    </>
  )
}
