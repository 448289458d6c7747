import type { FormItem, FormVersion, Group, Question, Repeat, Section } from './form-version.ts'
import type { FormPath } from './form-problem.ts'

/**
 * A place in a form's tree, each once: what paths in expressions walk over before there are answers. Loose sections
 * are no places; what stands in them stands at the top.
 */
export interface FormPlace {
  /** `''` for the root element and above. */
  readonly id: string
  /** In paths. */
  readonly name: string
  readonly parent: FormPlace | undefined
  readonly children: readonly FormPlace[]
  readonly item: Section | Group | Repeat | Question | undefined
  readonly isRepeat: boolean
  readonly question: Question | undefined
  readonly sectionId: string
  /** The repeats it stands in, outermost first; not itself. */
  readonly repeats: readonly FormPlace[]
  /** Where it stands in the form version. */
  readonly path: FormPath
}

export interface FormPlaces {
  /** The document node; its one child is the root element. */
  readonly document: FormPlace
  readonly root: FormPlace
  /** In the order of the form, parents before their children; without document and root. */
  readonly byId: ReadonlyMap<string, FormPlace>
}

type Growing = FormPlace & { readonly children: FormPlace[] }

const above = {
  id: '',
  item: undefined,
  isRepeat: false,
  question: undefined,
  sectionId: '',
  repeats: [],
  path: [],
}

/** Lays out the tree of a form version. */
export function layOutForm(form: FormVersion): FormPlaces {
  const document: Growing = { ...above, name: '', parent: undefined, children: [] }
  const root: Growing = { ...above, name: 'data', parent: document, children: [] }
  document.children.push(root)
  const byId = new Map<string, FormPlace>()

  function place(parent: Growing, item: Section | FormItem, sectionId: string, path: FormPath): Growing {
    const type = 'type' in item ? item.type : 'section'
    const made: Growing = {
      id: item.id,
      name: ('name' in item ? item.name : undefined) ?? item.id,
      parent,
      children: [],
      item,
      isRepeat: type === 'repeat',
      question: 'items' in item ? undefined : item,
      sectionId,
      repeats: parent.isRepeat ? [...parent.repeats, parent] : parent.repeats,
      path,
    }
    parent.children.push(made)
    byId.set(item.id, made)
    return made
  }

  function fill(parent: Growing, items: readonly FormItem[], sectionId: string, path: FormPath): void {
    items.forEach((item, at) => {
      const here = [...path, 'items', at]
      const made = place(parent, item, sectionId, here)
      if ('items' in item) fill(made, item.items, sectionId, here)
    })
  }

  form.sections.forEach((section, at) => {
    const path = ['sections', at]
    const parent = section.isLoose ? root : place(root, section, section.id, path)
    fill(parent, section.items, section.id, path)
  })
  return { document, root, byId }
}
