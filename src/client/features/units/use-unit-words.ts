import { useTranslation } from 'react-i18next'
import type { UndoObstacle } from '../../../domain/people/plan-undo.ts'
import type { UnitsNote } from '../../../domain/people/note-conflicts.ts'
import type { UnitsProblem } from '../../../domain/people/resolve-units-change.ts'
import { programmeFields, programmeType } from '../../../domain/qms/programme.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { findDoneBefore } from './find-done-before.ts'

/** Types of things that lie with a commune; of later builds there may be others. */
const kindsOfWork = [
  'response',
  'document',
  'training',
  'road',
  'finding',
  'managementReview',
  'declaration',
  'auditYear',
  'audit',
  'auditReport',
] as const

/** Problems, notes and obstacles of a change of units as sentences. */
export function useUnitWords(begun: readonly Unit[] = []) {
  const { t } = useTranslation('units')
  const programmes = useProgrammes()
  const text = useLocalText()
  const directory = useDirectory()
  const personName = usePersonName()
  const format = useFormat()
  const founded = new Map(begun.map(unit => [unit.id, unit.fullName]))
  const unitName = (id: string): string => founded.get(id) ?? directory?.tree.get(id)?.fullName ?? id
  const communeOf = (field: string): string => unitName(field.slice(programmeFields.commune('').length))
  const programmeName = (id: string): string =>
    text(programmes?.find(programme => programme.id === id)?.name ?? { vi: id })
  const thingKind = (type: string): string =>
    t(`obstacles.kinds.${kindsOfWork.find(one => one === type) ?? 'other'}`)
  const peopleOf = (ids: readonly string[]): string => ids.map(personName).join(', ')

  function problem(one: UnitsProblem): string {
    switch (one.type) {
      case 'unitCycle':
        return t('problems.unitCycle', { codes: one.codes.join(' → ') })
      case 'beforePredecessor':
      case 'endsAlready':
        return t(`problems.${one.type}`, { ...one, day: format.date(one.day) })
      case 'noSuccessor':
      case 'noKeeper':
        return t(`problems.${one.type}`, { name: one.name, code: one.code })
      case 'badDay':
        return t('problems.badDay', { text: one.text })
      case 'nothingMoves':
        return t('problems.nothingMoves')
      case 'unknownParent':
        return t('problems.unknownParent', { code: one.code, parent: one.parent })
      case 'badUnit':
      case 'unitTwice':
      case 'codeInUse':
      case 'unknownUnit':
      case 'namedTwice':
        return t(`problems.${one.type}`, { code: one.code })
      case 'unknownTarget':
      case 'targetEnds':
      case 'uncovered':
        return t(`problems.${one.type}`, { name: one.name, code: one.code })
    }
  }

  function listProblems(all: readonly UnitsProblem[]): readonly string[] {
    const done = findDoneBefore(all)
    return done
      ? [t('problems.doneBefore', { count: done.count, day: format.date(done.day) })]
      : all.map(problem)
  }

  function note(one: UnitsNote): string {
    const unit = unitName(one.unit)
    if (one.type === 'split')
      return t('notes.split', {
        unit,
        keeper: unitName(one.keeper),
        others: one.others.map(unitName).join(', '),
      })
    return t(`notes.${one.type}`, { unit, people: peopleOf(one.people) })
  }

  function obstacle(one: UndoObstacle): string {
    switch (one.type) {
      case 'changedSince':
        return one.kind === programmeType
          ? t('obstacles.movedSince', { unit: communeOf(one.field), programme: programmeName(one.thing) })
          : t(one.kind === 'person' ? 'obstacles.personChanged' : 'obstacles.unitChanged', {
              thing: one.kind === 'person' ? personName(one.thing) : unitName(one.thing),
            })
      case 'unitUsed':
        return t('obstacles.unitUsed', {
          unit: unitName(one.unit),
          things: Object.entries(one.things)
            .map(([type, count]) => `${thingKind(type)} (${count})`)
            .join(', '),
        })
      case 'joinedSince':
        return t('obstacles.joinedSince', {
          unit: unitName(one.unit),
          programme: programmeName(one.programme),
        })
      case 'assignedSince':
        return t('obstacles.assignedSince', { unit: unitName(one.unit), person: personName(one.person) })
      case 'foundedBelow':
        return t('obstacles.foundedBelow', { unit: unitName(one.unit) })
    }
  }
  return { listProblems, note, obstacle, unitName }
}
