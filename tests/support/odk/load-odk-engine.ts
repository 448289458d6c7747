import type * as Odk from '@getodk/xforms-engine'
import { JSDOM } from 'jsdom'

export type OdkEngine = typeof Odk

let engine: Promise<OdkEngine> | undefined

/**
 * ODK's own form engine. It reads XForms with the DOM of a browser, which its own tests in Node borrow from jsdom too,
 * and looks for its parser beside `__dirname`, which modules do not have.
 */
export const loadOdkEngine = (): Promise<OdkEngine> => {
  if (engine) return engine
  const { window } = new JSDOM('')
  const { document, DOMParser, XMLSerializer, Node, Element, Document } = window
  Object.assign(globalThis, {
    window: { document },
    document,
    DOMParser,
    XMLSerializer,
    Node,
    Element,
    Document,
    __dirname: '/',
  })
  engine = import('@getodk/xforms-engine')
  return engine
}
