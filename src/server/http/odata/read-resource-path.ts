export type ResourcePath =
  | { readonly kind: 'service' }
  | { readonly kind: 'metadata' }
  | { readonly kind: 'page' | 'count'; readonly set: string }
  | { readonly kind: 'one'; readonly set: string; readonly id: string }

/** Takes apart what follows the feed's root, still percent-encoded; undefined when it is nothing of OData's. */
export function readResourcePath(path: string): ResourcePath | undefined {
  if (path === '' || path === '/') return { kind: 'service' }
  // Some programs end every address with a slash.
  const [, head = '', tail, more] = path.replace(/\/$/u, '').split('/').map(decode)
  if (more !== undefined) return undefined
  if (head === '$metadata') return tail === undefined ? { kind: 'metadata' } : undefined
  const { set, id } = /^(?<set>\w{1,60})(?:\((?:id=)?'(?<id>.*)'\))?$/su.exec(head)?.groups ?? {}
  if (set === undefined) return undefined
  if (id !== undefined)
    return tail === undefined ? { kind: 'one', set, id: id.replaceAll("''", "'") } : undefined
  if (tail === undefined) return { kind: 'page', set }
  return tail === '$count' ? { kind: 'count', set } : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
