import { err, ok, type Result } from '../result.ts'
import { readZipDirectory, type ZipEntry } from '../zip/read-zip-directory.ts'
import type { UnpackLimits } from '../zip/unpack-limits.ts'
import { createUnpacker } from '../zip/unpacker.ts'
import type { WorkbookProblem } from './workbook-problem.ts'
import { createXmlReader, type XmlHandlers } from './xml-reader.ts'

/** The parts of an Office package, found by path. Nothing is unpacked but what is read. */
export interface PackageParts {
  readonly has: (path: string) => boolean
  /**
   * Reads a part, once: a package that reads one twice is made to cost much and counts as damaged. The handlers end
   * the reading with a problem of their own by `refuse`.
   */
  readonly readXml: (
    path: string,
    handlersOf: (refuse: (problem: WorkbookProblem) => void) => XmlHandlers,
  ) => WorkbookProblem | undefined
}

/** Opens the zip; refuses one in which two parts have the same path, which readers would understand differently. */
export function openPackage(bytes: Uint8Array, limits: UnpackLimits): Result<PackageParts, WorkbookProblem> {
  const entries = readZipDirectory(bytes, limits)
  if (!entries.ok) return entries
  const entriesByPath = new Map<string, ZipEntry>()
  for (const entry of entries.value) {
    const path = partKey(entry.path)
    if (entriesByPath.has(path)) return err({ type: 'damaged', part: entry.path })
    entriesByPath.set(path, entry)
  }
  const unpacker = createUnpacker(limits)
  const readPaths = new Set<string>()

  const readXml: PackageParts['readXml'] = (path, handlersOf) => {
    const entry = entriesByPath.get(partKey(path))
    if (!entry || readPaths.has(partKey(path))) return { type: 'damaged', part: path }
    readPaths.add(partKey(path))
    let refused: WorkbookProblem | undefined
    const xml = createXmlReader(
      handlersOf(problem => {
        refused ??= problem
        xml.stop()
      }),
    )
    const problem = unpacker.unpack(entry, xml.push)
    if (refused ?? problem) return refused ?? problem
    const isWhole = xml.end()
    return refused ?? (isWhole ? undefined : { type: 'damaged', part: entry.path })
  }

  return ok({ has: path => entriesByPath.has(partKey(path)), readXml })
}

/** Part names do not distinguish case (ECMA-376 part 2, 6.2.2.3); some writers use backslashes. */
const partKey = (path: string): string => path.replaceAll('\\', '/').toLowerCase()
