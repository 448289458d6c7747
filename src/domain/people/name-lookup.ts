import { searchKey } from '../../lib/search-key.ts'
import { roles, type Role } from './role.ts'
import type { Unit } from './unit.ts'
import type { UnitTree } from './unit-tree.ts'

/** Roles as people write them in a file: the code, or its name in either language, without diacritics if they like. */
const roleNames: Readonly<Record<Role, readonly string[]>> = {
  communeOfficial: ['can bo xa', 'cong chuc xa', 'commune official'],
  communeLeader: ['lanh dao xa', 'chu tich xa', 'commune leader'],
  internalAuditor: ['danh gia vien', 'chuyen gia danh gia', 'danh gia vien noi bo', 'internal auditor'],
  districtOfficer: ['can bo huyen', 'chuyen vien huyen', 'district officer'],
  provinceCoordinator: ['dieu phoi tinh', 'can bo tinh', 'dieu phoi vien tinh', 'province coordinator'],
  administrator: ['quan tri', 'quan tri vien', 'quan tri he thong', 'administrator'],
}

export function findRole(text: string): Role | undefined {
  const key = searchKey(text)
  return roles.find(role => role.toLowerCase() === key || roleNames[role].includes(key))
}

/**
 * Units that a text names: by id or code, else by the full name ("Xã Cao Minh"), else by the name alone, each without
 * diacritics; with the name of a unit above it behind a comma ("Xã Tân Thành, Cao Lộc") only those below that one. More
 * than one means that the text does not say which.
 */
export function findUnits(tree: UnitTree, text: string): readonly Unit[] {
  const exact = tree.units.filter(({ id, code }) => id === text.trim() || code === text.trim())
  if (exact.length > 0) return exact
  const [own = '', ...above] = text.split(/,| - /u).map(searchKey)
  if (own === '') return []
  const isBelow = (unit: Unit): boolean =>
    above.every(name =>
      tree
        .ancestors(unit.id)
        .some(parent => [searchKey(parent.fullName), searchKey(parent.name)].includes(name)),
    )
  const byFullName = tree.units.filter(unit => searchKey(unit.fullName) === own && isBelow(unit))
  if (byFullName.length > 0) return byFullName
  return tree.units.filter(unit => searchKey(unit.name) === own && isBelow(unit))
}
