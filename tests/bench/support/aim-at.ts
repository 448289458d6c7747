import type { Locator } from 'playwright-core'

/**
 * Brings the pointer over an element; gives the press. What the driver itself checks before a click runs in the page, at
 * the throttled speed, and a finger does not hover: neither is part of a tap.
 */
export async function aimAt(target: Locator): Promise<() => Promise<void>> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to tap on')
  const { mouse } = target.page()
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  return async () => {
    await mouse.down()
    await mouse.up()
  }
}
