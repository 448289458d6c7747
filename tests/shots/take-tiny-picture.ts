import type { Page } from 'playwright-core'

/** A WebP of what is seen, for print: made by the browser itself, as the screenshot of the driver knows PNG and JPEG only. */
export async function takeTinyPicture(page: Page): Promise<Buffer> {
  await waitUntilAtTop(page)
  const png = await page.screenshot({ type: 'png', scale: 'css', animations: 'disabled' })
  const webp = await page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.75 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, png.toString('base64'))
  return Buffer.from(webp)
}

/** What was brought into view just before may scroll once more: two frames in a row have to be at the top. */
async function waitUntilAtTop(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>(resolve => {
        scrollTo({ top: 0, behavior: 'instant' })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(scrollY === 0)))
      }),
  )
}
