import type { GeneralChildNode } from '@getodk/xforms-engine'
import { loadOdkEngine } from './load-odk-engine.ts'

// One of a union that TypeScript cannot read whole: the package leaves out some of its declarations.
type OdkNode = GeneralChildNode

/** How a question stands, as any engine tells it. */
export interface Standing {
  readonly relevant: boolean
  readonly required: boolean
  readonly value: string
  readonly violation: 'required' | 'constraint' | null
}

export type OdkAnswer = string | number | readonly string[] | null

/** A form filled by ODK's engine. Paths name rows: `/data/child[2]/age`. */
export interface OdkForm {
  readonly answer: (path: string, value: OdkAnswer) => void
  /** `answer` that does not look for its question each time; as long as no row comes or goes. */
  readonly finder: () => (path: string, value: OdkAnswer) => void
  /** At the end of a repeat. */
  readonly addRow: (repeat: string) => void
  readonly removeRow: (repeat: string, at: number) => void
  /** Every question, whatever stands around it. */
  readonly read: () => ReadonlyMap<string, Standing>
}

export async function openOdkForm(xform: string): Promise<OdkForm> {
  const { loadForm } = await loadOdkEngine()
  const loaded = await loadForm(xform)
  if (loaded.status === 'failure') throw loaded.error
  const { root } = loaded.createInstance()

  const find = (path: string): OdkNode => {
    const found = listNodes(root).find(node => node.currentState.reference === path)
    if (!found) throw new Error(`ODK's engine has no ${path}`)
    return found
  }
  const mustBeRepeat = (path: string) => {
    const node = find(path)
    if (node.nodeType !== 'repeat-range:uncontrolled') throw new Error(`${path} is a ${node.nodeType}`)
    return node
  }

  return {
    answer: (path, value) => answerNode(find(path), value),
    finder() {
      const nodes = new Map(listNodes(root).map(node => [node.currentState.reference, node]))
      return (path, value) => answerNode(nodes.get(path) ?? find(path), value)
    },
    addRow: repeat => void mustBeRepeat(repeat).addInstances(),
    removeRow: (repeat, at) => void mustBeRepeat(repeat).removeInstances(at),
    read: () =>
      new Map(
        listNodes(root).flatMap(node => {
          const { reference, relevant, required } = node.currentState
          if (!('instanceValue' in node.currentState) || !('violation' in node.validationState)) return []
          const value = node.currentState.instanceValue
          const violation = node.validationState.violation?.condition ?? null
          return [[reference, { relevant, required, value, violation }] as const]
        }),
      ),
  }
}

function answerNode(node: OdkNode, value: OdkAnswer): void {
  if (node.nodeType === 'select') node.selectValues([value ?? []].flat().map(String))
  else if (node.nodeType === 'input') {
    const set = node.setValue.bind(node) as (given: string | number | null) => void
    set(node.valueType === 'string' ? String(value ?? '') : (value as string | number | null))
  } else throw new Error(`a ${node.nodeType} cannot be answered`)
}

const listNodes = (node: OdkNode): readonly OdkNode[] => [
  node,
  ...(node.currentState.children ?? []).flatMap(listNodes),
]
