import { useTranslation } from 'react-i18next'
import { picturesOf, type Paper, type PaperBlock } from '../../../domain/reports/papers/paper.ts'
import { usePhotoUrls } from '../use-photo-urls.ts'
import styles from './papers.module.css'

/** A paper as the decree lays it out, on the screen and on paper. */
export function PaperView({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation('papers')
  const { urls } = usePhotoUrls(picturesOf(paper).map(({ sha256 }) => ({ sha256, thumb: null })))
  return (
    <article className={styles.paper} lang={paper.language} aria-label={paper.kind}>
      <header className={styles.head}>
        <div className={styles.left}>
          {paper.parentAgency !== '' && <p>{paper.parentAgency}</p>}
          <p className={styles.strong}>{paper.agency}</p>
          <hr className={styles.short} />
          <p className={styles.number}>{paper.number}</p>
        </div>
        <div className={styles.right}>
          <p className={styles.strong}>{paper.state}</p>
          <p className={styles.strong}>{paper.motto}</p>
          <hr className={styles.long} />
          <p className={styles.date}>{paper.placeAndDate}</p>
        </div>
      </header>
      <h2 className={styles.kind}>
        {paper.kind}
        <br />
        <span className={styles.subject}>{paper.subject}</span>
      </h2>
      <hr className={styles.short} />
      {paper.blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
      <div className={styles.foot}>
        {paper.recipients.length > 0 && (
          <div className={styles.recipients}>
            <p className={styles.recipientsTitle}>{paper.recipientsTitle}</p>
            {paper.recipients.map(line => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
        {paper.signers.map(({ title, name, note, picture }, at) => (
          <div key={at} className={styles.signer}>
            {title.map(line => (
              <p key={line} className={styles.strong}>
                {line}
              </p>
            ))}
            <p className={styles.note}>{note}</p>
            {picture && urls.get(picture.sha256)?.thumb ? (
              <img
                src={urls.get(picture.sha256)?.thumb}
                alt={t('signatureOf', { name })}
                className={styles.drawn}
              />
            ) : (
              <div className={styles.gap} />
            )}
            <p className={styles.strong}>{name}</p>
          </div>
        ))}
      </div>
      {paper.marks.map(line => (
        <p key={line} className={styles.mark}>
          {line}
        </p>
      ))}
      {paper.photos.length > 0 && (
        <section className={styles.annex}>
          <h3 className={styles.kind}>{paper.annexTitle}</h3>
          <div className={styles.photos}>
            {paper.photos.map(({ sha256, caption }, at) => (
              <figure key={sha256} className={styles.photo}>
                {urls.get(sha256)?.thumb ? (
                  <img src={urls.get(sha256)?.thumb} alt={caption} />
                ) : (
                  <p>{t('noPicture')}</p>
                )}
                <figcaption>{`${at + 1}. ${caption}`}</figcaption>
              </figure>
            ))}
          </div>
        </section>
      )}
      {paper.wideAnnexes?.map(({ title, subject, blocks }) => (
        <section key={title} className={styles.wide}>
          <h3 className={styles.kind}>
            {title}
            <br />
            <span className={styles.subject}>{subject}</span>
          </h3>
          {blocks.map((block, at) => (
            <Block key={at} block={block} />
          ))}
        </section>
      ))}
    </article>
  )
}

function Block({ block }: { readonly block: PaperBlock }) {
  switch (block.type) {
    case 'heading':
      return <h3 className={styles.heading}>{block.text}</h3>
    case 'text':
      return <p className={block.look === 'italic' ? styles.italic : styles.text}>{block.text}</p>
    case 'facts':
      return block.rows.map(([label, words]) => (
        <p key={label} className={styles.text}>
          <strong>{label}: </strong>
          {words === '' ? '……………………' : words}
        </p>
      ))
    case 'table':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label={block.header.join(', ')}>
          <table className={styles.table}>
            <thead>
              <tr>
                {block.header.map((text, at) => (
                  <th key={at} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((text, column) => (
                    <td key={column}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )
  }
}
