import type { Pattern } from './pattern.ts'
import { fail, spend, type Budget } from './run.ts'

type Instruction =
  | { readonly type: 'character'; readonly test: (character: string) => boolean }
  | { readonly type: 'start' | 'end' | 'match' }
  | { readonly type: 'fork'; to: readonly number[] }

const mostInstructions = 2_000

/**
 * True when the whole text matches. All ways through the pattern are followed at once, character by character
 * (Thompson 1968), so the work is at most text × pattern, whatever the pattern.
 */
export function matchPattern(pattern: Pattern, text: string, run: Budget): boolean | '' {
  const program = programOf(pattern)
  if (!program) return fail(run, 'badPattern')
  if (!spend(run, program.length)) return ''
  const characters = Array.from(text)
  let current = new Set<number>()
  follow(0, 0)
  for (let at = 0; at < characters.length && current.size > 0; at++) {
    if (!spend(run, current.size)) return ''
    const before = current
    current = new Set()
    for (const step of before) {
      const instruction = program[step]
      if (instruction?.type === 'character' && instruction.test(characters[at] ?? ''))
        follow(step + 1, at + 1)
    }
  }
  return current.has(program.length - 1)

  function follow(first: number, at: number): void {
    const waiting = [first]
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      if (current.has(step)) continue
      current.add(step)
      const instruction = program?.[step]
      if (instruction?.type === 'fork') waiting.push(...instruction.to)
      if (instruction?.type === 'start' && at === 0) waiting.push(step + 1)
      if (instruction?.type === 'end' && at === characters.length) waiting.push(step + 1)
    }
  }
}

/** A literal pattern is matched on every keystroke. */
const programs = new WeakMap<Pattern, readonly Instruction[]>()

function programOf(pattern: Pattern): readonly Instruction[] | undefined {
  const program = programs.get(pattern) ?? compile(pattern)
  if (program) programs.set(pattern, program)
  return program
}

function compile(pattern: Pattern): readonly Instruction[] | undefined {
  const program: Instruction[] = []
  emit(pattern)
  program.push({ type: 'match' })
  return program.length > mostInstructions ? undefined : program

  function fork(): { type: 'fork'; to: readonly number[] } {
    const instruction = { type: 'fork' as const, to: [] as readonly number[] }
    program.push(instruction)
    return instruction
  }

  function emit(part: Pattern): void {
    if (program.length > mostInstructions) return
    switch (part.type) {
      case 'character':
      case 'start':
      case 'end':
        program.push(part)
        return
      case 'sequence':
        part.items.forEach(emit)
        return
      case 'choice': {
        const entry = fork()
        const starts: number[] = []
        const exits = part.items.map(item => {
          starts.push(program.length)
          emit(item)
          return fork()
        })
        entry.to = starts
        for (const exit of exits) exit.to = [program.length]
        return
      }
      case 'repeat': {
        for (let count = 0; count < part.min && program.length <= mostInstructions; count++) emit(part.item)
        if (part.max === Infinity) {
          const loop = program.length
          const entry = fork()
          emit(part.item)
          fork().to = [loop]
          entry.to = [loop + 1, program.length]
          return
        }
        const skips: [number, ReturnType<typeof fork>][] = []
        for (let count = part.min; count < part.max && program.length <= mostInstructions; count++) {
          skips.push([program.length, fork()])
          emit(part.item)
        }
        for (const [at, skip] of skips) skip.to = [at + 1, program.length]
        return
      }
    }
  }
}
