export type JsonRead =
  | { readonly type: 'json'; readonly json: unknown }
  /** `cut`: the body never came to its end. `notJson`: somebody else's words, such as a portal's page. */
  | { readonly type: 'cut' | 'notJson' }

/** The body of an answer as JSON. */
export async function readJson(response: Response): Promise<JsonRead> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return { type: 'notJson' }
  let text: string
  try {
    text = await response.text()
  } catch {
    return { type: 'cut' }
  }
  try {
    return { type: 'json', json: JSON.parse(text) as unknown }
  } catch {
    return { type: 'notJson' }
  }
}
