// As in namespaces.ts, of screens that few open: their texts load with them, in Vietnamese too. Only types come from here.
export { default as carry } from '../../../locales/vi/carry.json'
export { default as xlsform } from '../../../locales/vi/xlsform.json'
