import { programmeFields, programmeType, readProgramme } from '../../../domain/qms/programme.ts'
import { readProgrammes } from '../../../domain/qms/read-programmes.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import { programmeId, referenceFeed } from '../seed-reference.ts'
import type { Command } from './command.ts'
import { findUnit } from './find-unit.ts'
import { loadDirectory } from './load-directory.ts'
import { readDay } from './read-day.ts'

export const changeProgramme: Command = {
  summary: 'Sets which communes take part in Plan 174 and by when the survey is due; alone, shows it.',
  needs: {},
  may: {
    add: 'codes of communes, with commas between them',
    remove: 'codes of communes that take part no more; their work stays',
    due: 'last day for the survey',
  },
  async run(services, { options, today }) {
    const { entries, authority } = services
    const { tree } = await loadDirectory(services)
    const findAll = (codes = ''): Result<readonly Unit[], string> => {
      const found: Unit[] = []
      for (const code of codes.split(/[\s,;]+/u).filter(Boolean)) {
        const unit = findUnit(tree, code, today)
        if (!unit.ok) return unit
        if (unit.value.kind !== 'commune') return err(`${unit.value.fullName} is no commune.`)
        found.push(unit.value)
      }
      return ok(found)
    }
    const added = findAll(options['add'])
    if (!added.ok) return added
    const removed = findAll(options['remove'])
    if (!removed.ok) return removed
    const due = options['due'] === undefined ? ok(undefined) : readDay(options['due'])
    if (!due.ok) return due
    const change = (field: string, value: string | boolean | null, thing = programmeId) => ({
      type: programmeType,
      thing,
      field,
      value,
    })
    // A commune is on one road: it leaves the others that run.
    const others = readProgrammes(await entries.readTypes(referenceFeed, [programmeType])).filter(
      ({ id, endedOn }) => id !== programmeId && endedOn === undefined,
    )
    await authority.write(referenceFeed, [
      ...others.flatMap(({ id, communes }) =>
        added.value
          .filter(unit => communes.has(unit.id))
          .map(unit => change(programmeFields.commune(unit.id), null, id)),
      ),
      ...added.value.map(unit => change(programmeFields.commune(unit.id), true)),
      ...removed.value.map(unit => change(programmeFields.commune(unit.id), null)),
      ...(due.value === undefined ? [] : [change('surveyDueOn', due.value)]),
    ])
    const fields = await entries.readTypes(referenceFeed, [programmeType])
    const programme = readProgramme(
      programmeId,
      fields.filter(({ thing }) => thing === programmeId),
    )
    const names = [...programme.communes].map(id => `  ${id}\t${tree.get(id)?.fullName ?? ''}`).sort()
    return ok([
      `${programme.name['vi'] ?? programmeId}: ${names.length} communes, due ${programme.surveyDueOn ?? '(no day set)'}`,
      ...names,
    ])
  },
}
