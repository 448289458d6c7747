/** How a file can be shared here; undefined where it can only be saved. */
export type ShareFile = (file: File) => Promise<'shared' | 'cancelled' | 'failed'>

/**
 * Through the platform's share sheet. Chromium shares files of a few known kinds only, so a file of ours goes as `.txt`
 * where it has to: its bytes are the same, and what a messenger does to them shows when it is opened.
 */
export function fileSharer(navigator: Pick<Navigator, 'share' | 'canShare'>): ShareFile | undefined {
  // Not there in desktop browsers, whatever the types say.
  if (!('share' in navigator) || !('canShare' in navigator)) return undefined
  return async file => {
    const asText = new File([file], `${file.name}.txt`, { type: 'text/plain' })
    const files = [file, asText].find(one => navigator.canShare({ files: [one] }))
    if (!files) return 'failed'
    try {
      await navigator.share({ files: [files] })
      return 'shared'
    } catch (error) {
      return (error as { readonly name?: unknown }).name === 'AbortError' ? 'cancelled' : 'failed'
    }
  }
}
