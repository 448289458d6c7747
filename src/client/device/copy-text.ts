/** False where the browser does not let it: the text has to be selected by hand then. */
export async function copyText(clipboard: Clipboard | undefined, text: string): Promise<boolean> {
  try {
    await clipboard?.writeText(text)
    return clipboard !== undefined
  } catch {
    return false
  }
}
