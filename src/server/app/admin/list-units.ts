import { isValidOn } from '../../../domain/people/unit.ts'
import { ok } from '../../../lib/result.ts'
import { searchKey } from '../../../lib/search-key.ts'
import type { Command } from './command.ts'
import { loadDirectory } from './load-directory.ts'

export const listUnits: Command = {
  summary: 'Lists units that are valid today, with their codes.',
  needs: {},
  may: { search: 'part of a name or code, without diacritics if you like' },
  async run(services, { options, today }) {
    const { tree } = await loadDirectory(services)
    const wanted = searchKey(options['search'] ?? '')
    const lines = tree.units
      .filter(unit => isValidOn(unit, today))
      .map(unit => {
        // Thirteen names occur more than once: the district tells them apart.
        const above = tree.ancestors(unit.id).map(({ fullName }) => fullName)
        return [unit.code, [unit.fullName, ...above].join(', '), unit.id].join('\t')
      })
      .filter(line => searchKey(line).includes(wanted))
    return ok([...lines, `${lines.length} units`])
  },
}
