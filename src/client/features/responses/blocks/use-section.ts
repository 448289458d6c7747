import { startTransition, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react'
import type { Section } from '../../../../domain/forms/form-version.ts'
import { splitKey } from '../../../../domain/forms/row.ts'
import { useFilling, useSubscribeAll } from '../filling-context.tsx'
import { guessHeight } from './guess-height.ts'
import { holdsElement, type Block } from './block.ts'
import { findRowPath, listBlocks } from './list-blocks.ts'
import { runLength } from './lay-runs.ts'

/** Where to go; a new object goes there again. */
export interface Aim {
  readonly element: string
}

export interface SectionLayout {
  readonly blocks: readonly Block[]
  readonly isDrawn: (block: Block) => boolean
  readonly draw: (blocks: readonly Block[]) => void
  /** Opens or closes rows, whatever they were. */
  readonly openRows: (rows: readonly string[], isOpen: boolean) => void
  /** Draws the block that holds an element, and opens the rows it stands in. */
  readonly show: (element: string) => void
}

/** A screen of them; what is below it comes a frame later. */
const firstDrawn = 7
/** What was gone to, and a little below it. */
const drawnAtAim = 2

/** Sections of this many blocks are drawn whole once their first ones are there. */
const mostDrawnAtOnce = 48

/** The keys of all questions; another list only when rows came or went. */
export function useKeys(): readonly string[] {
  const { filling } = useFilling()
  return useSyncExternalStore(useSubscribeAll(), () => filling.session.keys())
}

/**
 * A section as blocks, of which the first ones, those near the screen, and those around what was jumped to are drawn.
 * What was drawn stays: a text half typed in it is nowhere else.
 */
export function useSection(section: Section, wanted: Aim): SectionLayout {
  const { session, form } = useFilling().filling
  const keys = useKeys()
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set())
  const [aim, setAim] = useState(wanted)
  const [seen, setSeen] = useState<{ wanted: Aim; aim: Aim | null; blocks: readonly Block[] | null }>({
    wanted,
    aim: null,
    blocks: null,
  })
  const blocks = useMemo(
    () => listBlocks(section.items, session, (row, isLong) => opened.get(row) ?? !isLong),
    // oxlint-disable-next-line react/exhaustive-deps -- `keys` is another list when the rows are others
    [section, session, opened, keys],
  )
  const open = (rows: readonly string[], isOpen: boolean): void =>
    setOpened(before => new Map([...before, ...rows.map(row => [row, isOpen] as const)]))
  const isSeen = (block: Block): boolean => guessHeight(block, form, session) > 0
  const draw = (more: readonly Block[]): void =>
    setDrawn(before => new Set([...before, ...more.map(({ id }) => id)]))

  if (wanted !== seen.wanted) {
    setSeen({ ...seen, wanted })
    setAim(wanted)
  } else if (blocks !== seen.blocks) {
    setSeen({ ...seen, blocks })
    draw(firstShown(blocks, firstDrawn, isSeen))
  } else if (aim !== seen.aim) {
    const path = findRowPath(section.items, session, splitKey(aim.element).row)
    const closed = path.filter(row => opened.get(row) !== true)
    // Rows first: what is in a closed one has no block yet.
    if (closed.length > 0) open(closed, true)
    else {
      setSeen({ ...seen, aim })
      const at = blocks.findIndex(block => holdsElement(block, aim.element))
      if (at >= 0) {
        const before = blocks.slice(Math.max(0, at - 2), at)
        draw([...before, ...firstShown(blocks.slice(at), drawnAtAim, isSeen)])
      }
    }
  }
  const drawRest = useEffectEvent(() => draw(blocks))
  useEffect(() => {
    if (blocks.length > mostDrawnAtOnce) return undefined
    // After the first ones are on the screen: a short section is there as a whole, to be searched and read aloud.
    const timer = setTimeout(() => startTransition(() => drawRest()), 100)
    return () => clearTimeout(timer)
  }, [blocks])
  return {
    blocks,
    isDrawn: block => drawn.has(block.id),
    draw,
    openRows: open,
    show: element => setAim({ element }),
  }
}

/** The first blocks that people see something of; what is hidden among them, to be there when an answer asks for it. */
function firstShown(
  blocks: readonly Block[],
  wanted: number,
  isShown: (block: Block) => boolean,
): readonly Block[] {
  let [count, at] = [0, 0]
  for (; at < blocks.length && at < 5 * runLength && count < wanted; at++) {
    const block = blocks[at]
    if (block && isShown(block)) count++
  }
  return blocks.slice(0, at)
}
