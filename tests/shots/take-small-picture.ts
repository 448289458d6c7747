import type { Page } from 'playwright-core'

const mostBytes = 60_000

/** A JPEG of what is seen, as fine as 60 KB allow. */
export async function takeSmallPicture(page: Page): Promise<Buffer> {
  for (let quality = 85; quality >= 25; quality -= 10) {
    const picture = await page.screenshot({ type: 'jpeg', quality, scale: 'css', animations: 'disabled' })
    if (picture.length <= mostBytes) return picture
  }
  throw new Error('the picture does not fit into 60 KB')
}
