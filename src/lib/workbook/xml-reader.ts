import { DecodeUTF8 } from 'fflate'
import { Parser } from 'saxen'
import { decodeXmlText } from './xml-text.ts'

/** Names come without their prefix, attributes as they are written. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

export interface XmlReader {
  /** Whether to go on. */
  readonly push: (bytes: Uint8Array) => boolean
  /** Whether it was whole, well-formed XML. */
  readonly end: () => boolean
  /** Nothing is told any more. */
  readonly stop: () => void
}

// The parser looks at an unfinished token again with each chunk, so a long one costs its square. A cell's 32,767
// characters, each an entity, are 197 KB.
const maxTokenLength = 256 * 1024
const maxDepth = 64

/** Reads XML in pieces, in UTF-8. A document type is refused, and with it every entity that is not XML's own. */
export function createXmlReader(handlers: XmlHandlers): XmlReader {
  let isStopped = false
  let isBroken = false
  let depth = 0
  let sinceToken = 0

  const parser = new Parser()
  const stop = (): void => {
    isStopped = true
    parser.stop()
  }
  const breakOff = (): void => {
    isBroken = true
    stop()
  }
  parser
    .on('error', breakOff)
    .on('attention', breakOff)
    .on('openTag', (name, attributes) => {
      sinceToken = 0
      if (++depth > maxDepth) return breakOff()
      handlers.open?.(localName(name), attributes() || {})
    })
    .on('closeTag', name => {
      sinceToken = 0
      depth--
      handlers.close?.(localName(name))
    })
    .on('text', text => {
      sinceToken = 0
      handlers.text?.(decodeXmlText(text))
    })
    .on('cdata', text => {
      sinceToken = 0
      handlers.text?.(text)
    })
    .on('comment', () => {
      sinceToken = 0
    })

  const decoder = new DecodeUTF8(text => {
    if (isStopped || text === '') return
    sinceToken += text.length
    parser.write(text)
    if (sinceToken > maxTokenLength + text.length) breakOff()
  })

  return {
    push: bytes => {
      decoder.push(bytes)
      return !isStopped
    },
    end: () => {
      if (!isStopped) parser.end()
      return !isBroken
    },
    stop,
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
