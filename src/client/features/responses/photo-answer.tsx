import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../../domain/forms/form-version.ts'
import { photoLimits } from '../../../domain/responses/photo.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import type { DroppedPhoto, EarlierPicture } from '../../context/app.ts'
import { useApp } from '../../context/app-context.tsx'
import { EarlierPictureNote } from '../../context/earlier-picture-note.tsx'
import { usePhotoUrls } from '../../context/use-photo-urls.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { blankPicture } from '../../ui/blank-picture.ts'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { PhotoGrid } from '../../ui/photo-grid.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { appearanceWords } from '../../../domain/forms/appearance-words.ts'
import { addPhoto, type AddPhotoProblem } from './add-photo.ts'
import { useFilling } from './filling-context.tsx'
import styles from './question-card.module.css'
import type { QuestionView } from './question-view.ts'
import { saveFields } from './save-fields.ts'
import { RemovePhotoDialog } from '../../context/remove-photo-dialog.tsx'
import { usePhotoStates } from '../../context/use-photo-states.ts'
import { saveProblemKey } from '../../context/save-problem-key.ts'

interface Props {
  readonly question: Question
  readonly view: QuestionView
  /** Photos beside an answer of another kind: quieter, in one line with the rest of the card's foot. */
  readonly isExtra?: boolean
  /** Stands beside the buttons. */
  readonly more?: ReactNode
  /** Stands at the end of the line. */
  readonly end?: ReactNode
}

const DrawOnPhoto = lazy(async () => ({ default: (await import('../../ui/draw-on-photo.tsx')).DrawOnPhoto }))

/** A picture on which the person draws before it is kept, and those that come after it. */
interface Drawing {
  readonly first: Blob
  readonly others: readonly Blob[]
  /** A photo that was kept already, whose place this one takes. */
  readonly insteadOf?: DroppedPhoto
  /** A white sheet: without a stroke there is nothing to keep. */
  readonly isBlank?: boolean
}

export function PhotoAnswer({ question, view, isExtra = false, more, end }: Props) {
  const app = useApp()
  const { thing, feed, mayFill: mayChange } = useFilling()
  const mayFill = mayChange && view.state.readonly !== true
  const text = useLocalText()
  const { t } = useTranslation('responses')
  const [problem, setProblem] = useState<AddPhotoProblem['type']>()
  const [working, setWorking] = useState(0)
  const [removing, setRemoving] = useState<string>()
  const [earlier, setEarlier] = useState<EarlierPicture>()
  const [drawing, setDrawing] = useState<Drawing>()
  const { urls, openFull } = usePhotoUrls(
    view.photos.map(({ sha256, photo }) => ({ sha256, thumb: photo.thumb })),
  )
  const stateOf = usePhotoStates(view.photos)

  async function add(
    files: readonly Blob[],
    insteadOf?: DroppedPhoto & { readonly isBlurred: boolean },
  ): Promise<void> {
    setProblem(undefined)
    setEarlier(undefined)
    let photosSoFar = view.photos.length - (insteadOf === undefined ? 0 : 1)
    for (const file of files) {
      setWorking(n => n + 1)
      const added = await addPhoto(
        app,
        { thing, feed, question: question.id, photosSoFar, longestEdge: longestEdgeOf(question), insteadOf },
        file,
      )
      setWorking(n => n - 1)
      if (!added.ok) {
        setProblem(added.error.type)
        break
      }
      setEarlier(added.value.earlier)
      photosSoFar++
    }
  }

  function take(files: readonly File[]): void {
    const [first, ...others] = files
    if (first && isDrawnOn(question)) setDrawing({ first, others })
    else void add(files)
  }

  function remove(sha256: string): void {
    void saveFields(app, { thing, feed }, [
      { field: responseFields.evidence(question.id, sha256), value: null },
    ])
  }

  async function drawOnKept(sha256: string): Promise<void> {
    const first = await app.readFile(sha256)
    const thumb = view.photos.find(one => one.sha256 === sha256)?.photo.thumb ?? null
    if (first) setDrawing({ first, others: [], insteadOf: { sha256, thumb } })
  }

  const next = ({ others: [first, ...others] }: Drawing): void => setDrawing(first && { first, others })

  const photos = view.photos.map(({ sha256 }, at) => ({
    key: sha256,
    url: urls.get(sha256)?.thumb,
    fullUrl: urls.get(sha256)?.full,
    alt: t('photo.alt', { number: at + 1, question: text(question.label) }),
    ...stateOf(sha256),
  }))
  const look = isExtra ? ('icon' as const) : ('secondary' as const)
  const isFull = view.photos.length >= photoLimits.perQuestion
  return (
    <div className={styles.extra}>
      {photos.length > 0 && (
        <PhotoGrid
          label={text(question.label)}
          photos={photos}
          onOpen={key => void openFull(key)}
          onRemove={mayFill ? setRemoving : undefined}
          onDraw={mayFill ? sha256 => void drawOnKept(sha256) : undefined}
        />
      )}
      {problem && (
        <Banner tone="danger" announce onDismiss={() => setProblem(undefined)}>
          {problemText(t, problem)}
        </Banner>
      )}
      <EarlierPictureNote earlier={earlier} onDismiss={() => setEarlier(undefined)} />
      {mayFill && !isExtra && <p className={styles.privacy}>{t('photo.privacy')}</p>}
      {(mayFill || end) && (
        <div className={isExtra ? styles.foot : styles.buttons}>
          {mayFill && !isFull && isSketch(question) && (
            <Button
              icon="squiggle"
              disabled={working > 0}
              onClick={() =>
                void blankPicture().then(first => setDrawing({ first, others: [], isBlank: true }))
              }
            >
              {t('photo.sketch')}
            </Button>
          )}
          {mayFill && !isFull && !isSketch(question) && (
            <>
              <FileButton
                label={t('photo.add')}
                icon="camera"
                look={look}
                accept="image/*"
                capture="environment"
                disabled={working > 0}
                onFiles={take}
              />
              <FileButton
                label={t('photo.choose')}
                icon="photo"
                look={look}
                accept="image/*"
                multiple
                disabled={working > 0}
                onFiles={take}
              />
            </>
          )}
          {more}
          {working > 0 && (
            <output>
              <Spinner /> {t('photo.working')}
            </output>
          )}
          {end}
        </div>
      )}
      {drawing && (
        <Suspense>
          <DrawOnPhoto
            key={drawing.others.length}
            image={drawing.first}
            title={drawing.isBlank === true ? t('photo.sketch') : t('photo.draw')}
            onDone={(jpeg, isBlurred) => {
              void add([jpeg], drawing.insteadOf && { ...drawing.insteadOf, isBlurred })
              next(drawing)
            }}
            onClose={() => {
              // As it was taken, then.
              if (drawing.isBlank !== true && drawing.insteadOf === undefined) void add([drawing.first])
              next(drawing)
            }}
          />
        </Suspense>
      )}
      {removing !== undefined && (
        <RemovePhotoDialog sha256={removing} onRemove={remove} onClose={() => setRemoving(undefined)} />
      )}
    </div>
  )
}

/** XLSForm's `max-pixels`; undefined when the question does not say. */
function longestEdgeOf({ parameters }: Question): number | undefined {
  const pixels = Number(parameters?.['max-pixels'])
  return Number.isSafeInteger(pixels) && pixels > 0 ? pixels : undefined
}

const isDrawnOn = (question: Question): boolean =>
  question.type === 'photo' && appearanceWords(question).includes('annotate')

/** As in ODK: `draw` begins with a white sheet. */
const isSketch = (question: Question): boolean =>
  question.type === 'photo' && appearanceWords(question).includes('draw')

function problemText(
  t: ReturnType<typeof useTranslation<'responses'>>['t'],
  problem: AddPhotoProblem['type'],
): string {
  switch (problem) {
    case 'notAnImage':
    case 'photoTooLarge':
    case 'noRoom':
      return t(`photo.${problem}`)
    case 'tooMany':
      return t('photo.tooMany', { limit: photoLimits.perQuestion })
    case 'quotaExceeded':
    case 'databaseGone':
    case 'valueTooLarge':
    case 'databaseFailed':
      return t(saveProblemKey(problem))
  }
}
