import { readFormFile, type FormFile } from './read-form-file.ts'

/** Runs in a worker: a stranger's file may take long, and may be ended. Answers one message, then is done. */
addEventListener('message', ({ data }: MessageEvent<FormFile>) => {
  postMessage(readFormFile(data))
})
