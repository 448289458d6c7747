import type { SeatStore } from '../../src/sync/authority/seat-store.ts'

/** Seats in memory, counted from 1; forgets all with the process. */
export function createMemorySeatStore(): SeatStore {
  const seats = new Map<string, number>()
  return {
    seatOf({ person, device }) {
      const key = `${person}\n${device}`
      const seat = seats.get(key) ?? seats.size + 1
      seats.set(key, seat)
      return Promise.resolve(seat)
    },
  }
}
