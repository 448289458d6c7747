import type { DeviceId } from '../protocol/op.ts'

/**
 * The numbers of seats: a person at a tablet. Whatever is numbered offline has its seat's number in it, so no two tablets
 * ever give one number twice.
 */
export interface SeatStore {
  /**
   * The seat's number, a new one the first time. A number belongs to one seat for ever. `known` is what the tablet takes
   * for its number: a server that was restored from a backup may have forgotten that it gave it, and gives it back unless
   * it is another seat's or was never given.
   */
  seatOf: (seat: {
    readonly person: string
    readonly device: DeviceId
    readonly known: number | undefined
  }) => Promise<number>
}
