import { ok, err, type Result } from '../result.ts'
import type { PackageParts } from './package-parts.ts'
import type { WorkbookProblem } from './workbook-problem.ts'
import { decodeXmlText } from './xml-text.ts'

export interface Relationship {
  readonly id: string
  /** The last word of its type, which is the same in the strict and the transitional variant: `worksheet`. */
  readonly kind: string
  /** Path in the package. */
  readonly path: string
}

/** What a part refers to; `''` is the package itself. None if it has no list of them. */
export function readRelationships(
  parts: PackageParts,
  source: string,
): Result<readonly Relationship[], WorkbookProblem> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1)
  const list = `${folder}_rels/${source.slice(folder.length)}.rels`
  const relationships: Relationship[] = []
  if (!parts.has(list)) return ok(relationships)
  const problem = parts.readXml(list, () => ({
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return
      const kind = type.slice(type.lastIndexOf('/') + 1)
      relationships.push({ id, kind, path: resolvePath(folder, decodeXmlText(target)) })
    },
  }))
  return problem ? err(problem) : ok(relationships)
}

function resolvePath(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
