// One line per file of locales/vi; the types of every key follow. The parity test notices a forgotten one.
export { default as common } from '../../../locales/vi/common.json'
export { default as ui } from '../../../locales/vi/ui.json'
export { default as responses } from '../../../locales/vi/responses.json'
export { default as signIn } from '../../../locales/vi/signIn.json'
export { default as shell } from '../../../locales/vi/shell.json'
export { default as work } from '../../../locales/vi/work.json'
