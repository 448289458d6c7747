import type { Measure } from '../support/figure.ts'

/**
 * Push and pull of 10,000 answers, through the real replica, a real Dexie database and the real server:
 *
 * 1. fill the outbox with 10,000 ops (communes × questions of the demo's district), throttle nothing, sync until
 *    it is empty: `push 10,000, requests`, `push 10,000, bytes up and down` (budget 1.75 MB), `push 10,000, CPU`;
 * 2. a second, empty profile of the same person pulls them: `pull 10,000, requests` (21), bytes (1.65 MB), CPU;
 * 3. beside each, in the same run and page: fetch the same JSON, gzipped, in one bare request and `bulkPut` it;
 *    the figure is the ratio of CPU seconds (budget 2 for push, 1.5 for pull). CPU through CDP's
 *    `Performance.getMetrics` (TaskDuration) of the page.
 */
export const measureBulkSync: Measure = () => Promise.reject(new Error('not written yet'))
