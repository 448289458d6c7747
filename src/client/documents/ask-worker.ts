interface Given {
  readonly signal: AbortSignal
  readonly transfer?: readonly ArrayBuffer[]
}

/** One question to a worker that ends with its answer; undefined when it was cancelled. */
export async function askWorker<Answer extends object>(
  worker: Worker,
  asked: object,
  { signal, transfer = [] }: Given,
): Promise<Answer | { readonly failed: string } | undefined> {
  try {
    return await new Promise(resolve => {
      worker.addEventListener('message', (event: MessageEvent<Answer>) => resolve(event.data))
      worker.addEventListener('error', event => resolve({ failed: event.message }))
      signal.addEventListener('abort', () => resolve(undefined))
      if (signal.aborted) resolve(undefined)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's messages have no origin
      else worker.postMessage(asked, [...transfer])
    })
  } finally {
    worker.terminate()
  }
}
