import { err, ok, type Result } from '../../lib/result.ts'
import { toMediaProblem, type MediaProblem } from './media-problem.ts'

/** A recording under way. The microphone is let go by either. */
export interface Recording {
  readonly stop: () => Promise<Blob>
  readonly cancel: () => void
}

// Safari writes no WebM; an empty wish lets the browser choose.
const formats = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

/** The way to record speech (about 240 KB a minute); undefined where the browser has none. */
export function audioRecorder(): (() => Promise<Result<Recording, MediaProblem>>) | undefined {
  if (!('MediaRecorder' in globalThis) || !('mediaDevices' in navigator)) return undefined
  return recordAudio
}

async function recordAudio(): Promise<Result<Recording, MediaProblem>> {
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch (error) {
    return err(toMediaProblem(error))
  }
  const letGo = () => stream.getTracks().forEach(track => track.stop())
  const mimeType = formats.find(format => MediaRecorder.isTypeSupported(format)) ?? ''
  const parts: Blob[] = []
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 32_000 })
  recorder.addEventListener('dataavailable', event => parts.push(event.data))
  const ended = new Promise<void>(resolve => {
    recorder.addEventListener('stop', () => resolve(), { once: true })
  })
  // A part per second: what was said is kept when a call takes the microphone away.
  recorder.start(1000)
  const finish = () => {
    if (recorder.state !== 'inactive') recorder.stop()
    letGo()
  }
  return ok({
    stop: async () => {
      finish()
      await ended
      // Without its parameters: 'audio/webm' is what file names and servers know.
      return new Blob(parts, { type: recorder.mimeType.split(';')[0] ?? '' })
    },
    cancel: finish,
  })
}
