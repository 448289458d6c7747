import type { OpenData } from '../context/app.ts'
import { copyText } from '../device/copy-text.ts'
import type { Ask } from '../network/ask-server.ts'
import { createOpenDataLink } from '../network/open-data-link.ts'

export const createOpenData = (ask: Ask): OpenData => ({
  ...createOpenDataLink(ask),
  copy: text => copyText(navigator.clipboard, text),
})
