const maxStep = 120
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/iu

/**
 * A relative path that unpacks below its folder on every system: no `..`, drive, leading slash or character that
 * Windows refuses. An empty one becomes `file`.
 */
export function safePath(path: string): string {
  const steps = path
    .replace(/\p{Cs}/gu, '_')
    .normalize('NFC')
    .split(/[/\\]/u)
    .map(safeStep)
    .filter(step => step !== '')
  return steps.join('/') || 'file'
}

function safeStep(step: string): string {
  const clean = step.replace(/[\p{Cc}<>:"|?*]/gu, '_').replace(/^\s+|[\s.]+$/gu, '')
  return reserved.test(clean) ? `_${clean}` : shorten(clean)
}

/** Keeps the ending, which says what opens the file. */
function shorten(step: string): string {
  if (step.length <= maxStep) return step
  const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(step)?.[0] ?? ''
  return step.slice(0, maxStep - ending.length).replace(/\p{Cs}/gu, '') + ending
}
