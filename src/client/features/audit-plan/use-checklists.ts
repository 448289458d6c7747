import { useMemo } from 'react'
import type { ClausesOf } from '../../../domain/audits/cover-fact.ts'
import { isStandard, type Standard } from '../../../domain/audits/clause.ts'
import { listChecklistItems, type ChecklistItem } from '../../../domain/audits/checklist.ts'
import type { LocalText } from '../../../domain/forms/form-version.ts'
import type { FormName } from '../../../domain/responses/response.ts'
import { useForms } from '../../context/use-forms.ts'

export interface Checklist {
  readonly name: FormName
  readonly title: LocalText
  /** Undefined when the form names no edition that this build knows. */
  readonly standard: Standard | undefined
  readonly items: readonly ChecklistItem[]
}

export interface Checklists {
  /** The newest last. */
  readonly list: readonly Checklist[]
  readonly find: (name: FormName | undefined) => Checklist | undefined
  readonly clausesOf: ClausesOf
}

/** Forms an audit can be made with: published for it, and with verdicts to give. Undefined until read. */
export function useChecklists(): Checklists | undefined {
  const forms = useForms()
  return useMemo(() => {
    if (!forms) return undefined
    const list = forms.list
      .filter(({ form }) => form.kind === 'audit_checklist')
      .map(({ id, version, form }) => ({
        name: { id, version },
        title: form.title,
        standard: standardOf(form.standard),
        items: listChecklistItems(form),
      }))
      .filter(({ items }) => items.length > 0)
    const find = (name: FormName | undefined) =>
      list.find(one => one.name.id === name?.id && one.name.version === name.version)
    const clauses = new Map<Checklist, ReadonlyMap<string, readonly string[]>>()
    const clausesOf: ClausesOf = (name, item) => {
      const checklist = find(name)
      if (!checklist) return undefined
      const known = clauses.get(checklist) ?? new Map(checklist.items.map(one => [one.id, one.clauses]))
      clauses.set(checklist, known)
      return known.get(item)
    }
    return { list, find, clausesOf }
  }, [forms])
}

const standardOf = (name: string | undefined): Standard | undefined => {
  const year = name?.slice(-4)
  return isStandard(year) ? year : undefined
}
