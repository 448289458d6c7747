import { readFormFile } from './read-form-file.ts'

/** Runs in a worker: a stranger's file may take long, and may be ended. Answers one message, then is done. */
addEventListener('message', ({ data }: MessageEvent<{ bytes: Uint8Array; name: string }>) => {
  postMessage(readFormFile(data.bytes, data.name))
})
