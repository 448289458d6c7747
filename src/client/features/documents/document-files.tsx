import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentLimits } from '../../../domain/responses/attachment.ts'
import { isPhoto, type EvidenceFile } from '../../../domain/responses/evidence-file.ts'
import { documentFields } from '../../../domain/qms/document-fields.ts'
import type { Revision } from '../../../domain/qms/document.ts'
import { useApp } from '../../context/app-context.tsx'
import { PhotoSlot } from '../../context/photo-slot.tsx'
import { useFileUrl } from '../../context/use-file-url.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './documents.module.css'
import { makeDocumentFiles, type DocumentFileProblem } from './make-document-files.ts'
import type { OpenDocument } from './open-document.ts'

const accept = '.pdf,.docx,.xlsx'

/** The files of a revision: PDF, Word, Excel, and photos of paper. A file of another kind is refused in words. */
export function DocumentFiles({
  open,
  revision,
  isOld,
}: {
  readonly open: OpenDocument
  readonly revision: Revision
  /** No longer in force: whoever opens the file is told by its name. */
  readonly isOld: boolean
}) {
  const app = useApp()
  const { t } = useTranslation(['documents', 'responses'])
  const format = useFormat()
  const [problem, setProblem] = useState<DocumentFileProblem | 'noRoom' | 'failed'>()
  const field = (sha256: string): string => documentFields.evidence(revision.number, sha256)
  const mayChange = open.may(field('0'.repeat(64)))
  const files = Object.entries(revision.files)
  const photos = Object.fromEntries(files.filter(([, file]) => isPhoto(file)))

  async function add(chosen: readonly File[]): Promise<void> {
    setProblem(undefined)
    const made = await makeDocumentFiles(chosen)
    if (!made.ok) return setProblem(made.error)
    if (!(await app.mayAddPhoto())) return setProblem('noRoom')
    const saved = await open.save(
      made.value.map(({ sha256, attachment }) => ({ field: field(sha256), value: { ...attachment } })),
      made.value.flatMap(({ files: bytes }) => bytes),
    )
    if (!saved.ok) setProblem('failed')
  }

  return (
    <div className={styles.stack}>
      {problem && (
        <Banner tone="danger" announce onDismiss={() => setProblem(undefined)}>
          {problem === 'failed'
            ? t('failed')
            : problem === 'noRoom'
              ? t('responses:photo.noRoom')
              : `${problem.name}: ${
                  problem.type === 'notTaken'
                    ? t('notTaken')
                    : t(`responses:file.${problem.type}`, { limit: format.bytes(attachmentLimits.bytes) })
                }`}
        </Banner>
      )}
      <ul className={styles.list}>
        {files.map(
          ([sha256, file]) =>
            !isPhoto(file) && (
              <li key={sha256} className={styles.file}>
                <FileLink sha256={sha256} file={file} isOld={isOld} />
                {mayChange && (
                  <Button
                    look="quiet"
                    icon="trash"
                    onClick={() => void open.save([{ field: field(sha256), value: null }])}
                  >
                    {t('removeFile')}
                  </Button>
                )}
              </li>
            ),
        )}
      </ul>
      {files.length === 0 && !mayChange && <p className={styles.soft}>{t('noFiles')}</p>}
      <PhotoSlot
        label={t('photos')}
        files={photos}
        mayChange={mayChange}
        onSave={(sha256, value, bytes) => open.save([{ field: field(sha256), value }], bytes)}
      />
      {mayChange && (
        <div>
          <FileButton
            label={t('addFile')}
            icon="upload"
            accept={accept}
            multiple
            onFiles={chosen => void add(chosen)}
          />
        </div>
      )}
    </div>
  )
}

interface FileLinkProps {
  readonly sha256: string
  readonly file: EvidenceFile
  readonly isOld: boolean
}

function FileLink({ sha256, file, isOld }: FileLinkProps) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const url = useFileUrl(sha256)
  const name = 'name' in file && file.name !== null ? file.name : t('unnamed')
  return (
    <span className={styles.name}>
      <Icon name="document" />
      {url === undefined ? (
        <>
          <span>{name}</span>
          <span className={styles.soft}>{t('notHere')}</span>
        </>
      ) : (
        <a href={url} download={isOld ? `${t('oldFile')} ${name}` : name} className={styles.link}>
          {name}
        </a>
      )}
      <span className={styles.soft}>{format.bytes(file.size)}</span>
    </span>
  )
}
