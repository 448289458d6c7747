import { err, ok, type Result } from '../../lib/result.ts'
import { toMediaProblem, type MediaProblem } from './media-problem.ts'

/** Shows the camera in the video until a code is read (its text) or the signal ends it (undefined). */
export type ScanBarcode = (
  video: HTMLVideoElement,
  signal: AbortSignal,
) => Promise<Result<string | undefined, MediaProblem>>

// TypeScript's DOM does not know it: only Chromium (Android, ChromeOS, macOS) has it.
interface Detector {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>
}

/** The way to scan codes of all kinds the platform knows; undefined where the browser has none. */
export function barcodeScanner(): ScanBarcode | undefined {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: new () => Detector }
  if (!BarcodeDetector || !('mediaDevices' in navigator)) return undefined
  return (video, signal) => scan(new BarcodeDetector(), video, signal)
}

const pauseMs = 150

async function scan(
  detector: Detector,
  video: HTMLVideoElement,
  signal: AbortSignal,
): Promise<Result<string | undefined, MediaProblem>> {
  let stream: MediaStream | undefined
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    if (signal.aborted) return ok(undefined)
    video.srcObject = stream
    await video.play()
    while (!signal.aborted) {
      const [code] = await detector.detect(video)
      if (code && code.rawValue !== '') return ok(code.rawValue)
      await new Promise(resolve => setTimeout(resolve, pauseMs))
    }
    return ok(undefined)
  } catch (error) {
    // Closing the preview interrupts play() and detect(): that is not a problem of the camera.
    return signal.aborted ? ok(undefined) : err(toMediaProblem(error))
  } finally {
    stream?.getTracks().forEach(track => track.stop())
    if (stream && video.srcObject === stream) video.srcObject = null
  }
}
