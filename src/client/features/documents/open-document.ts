import type { DocumentGiven } from '../../../domain/qms/refuse-document-change.ts'
import type { Document } from '../../../domain/qms/document.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import type { NewFile } from '../../../sync/replica/replica-store.ts'
import type { App } from '../../context/app.ts'

/** A document on the screen, with what this person may do to it. */
export interface OpenDocument {
  readonly document: Document
  /** What the rules are asked with. */
  readonly given: DocumentGiven
  /** Whether a field may be changed at all. */
  readonly may: (field: string) => boolean
  readonly save: (
    changes: readonly { readonly field: string; readonly value: JsonValue }[],
    files?: readonly NewFile[],
  ) => ReturnType<App['save']>
}
