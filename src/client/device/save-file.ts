/** Hands a file to the browser's downloads. */
export function saveFile(document: Document, blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the address after this turn; a minute is ample, and keeps no export in memory for long.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
