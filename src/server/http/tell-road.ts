import type { JudgedRoad } from '../../domain/qms/judge-road.ts'

/** What is told of a road: the same fields from a tablet's judgement and from the server's. */
export const tellRoad = ({ readiness, next, gates, steps }: JudgedRoad) => ({
  readiness,
  next: next?.step.id ?? null,
  gates: gates.map(({ gate, value, computed, judged, isOverridden }) => ({
    id: gate.id,
    isMust: gate.isMust,
    value,
    isOverridden,
    why: computed?.why ?? null,
    reason: judged?.reason ?? null,
  })),
  steps: steps.map(({ step, state, evidence, progress, plannedOn, owner, daysLate }) => ({
    id: step.id,
    state,
    on: evidence.on ?? null,
    things: evidence.things,
    progress: progress ?? null,
    plannedOn: plannedOn ?? null,
    owner: owner ?? null,
    daysLate,
  })),
})
