import { useState } from 'react'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { addAttachment, type AddAttachmentProblem } from './add-attachment.ts'
import { useFilling } from './filling-context.tsx'
import type { AttachmentView, QuestionView } from './question-view.ts'
import { saveFields } from './save-fields.ts'
import { useFileUrl } from '../../context/use-file-url.ts'

/** The one recording or document that answers a question, and how it is replaced. */
export function useAttachment(question: string, { attachments }: QuestionView) {
  const app = useApp()
  const { thing, feed } = useFilling()
  const [problem, setProblem] = useState<AddAttachmentProblem['type']>()
  const kept: AttachmentView | undefined = attachments.at(-1)
  const url = useFileUrl(kept?.sha256)

  async function add(file: Blob & { readonly name?: string }): Promise<void> {
    const added = await addAttachment(app, { thing, feed, question, before: attachments }, file)
    setProblem(added.ok ? undefined : added.error.type)
  }
  async function remove(): Promise<void> {
    const field = (sha256: string) => responseFields.evidence(question, sha256)
    const removed = attachments.map(({ sha256 }) => ({ field: field(sha256), value: null }))
    const saved = await saveFields(app, { thing, feed }, removed)
    setProblem(saved.ok ? undefined : saved.error.type)
  }
  return { kept, url, problem, add, remove, forgetProblem: () => setProblem(undefined) }
}
