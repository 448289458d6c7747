import { readPeopleFile } from './read-people-file.ts'

/** Runs in a worker: a stranger's file may take long, and may be ended. Answers one message, then is done. */
addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  postMessage(readPeopleFile(data))
})
