import type { Page } from 'playwright-core'
import { guideScreens } from '../../src/client/features/help/guide-roles.ts'
import { sizes } from '../e2e/support/browser.ts'
import type { Language } from '../e2e/support/words.ts'
import { takeSmallPicture } from './take-small-picture.ts'
import { takeTinyPicture } from './take-tiny-picture.ts'

interface Picture {
  /** The name of a screen in screens.ts. */
  readonly screen: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly take: (
    page: Page,
    language: Language,
  ) => Promise<{ readonly name: string; readonly bytes: Buffer }>
}

/** Pictures that are committed, taken anew by their option of `npm run shots`. */
export const pictureSets: readonly {
  readonly option: `--${string}`
  readonly folder: string
  readonly languages: readonly Language[]
  readonly pictures: readonly Picture[]
}[] = [
  {
    option: '--readme',
    folder: 'tests/shots/readme',
    languages: ['vi'],
    pictures: [
      forReadme('fill', 'tablet'),
      forReadme('communes', 'tablet'),
      forReadme('work', 'phone'),
      forReadme('review', 'phone'),
    ],
  },
  {
    option: '--guide',
    folder: 'src/client/features/help/pictures',
    languages: ['vi', 'en'],
    pictures: Object.values(guideScreens)
      .flat()
      .map(screen => ({
        screen,
        viewport: { width: 360, height: 640 },
        take: async (page, language) => ({
          name: `${screen}.${language}.webp`,
          bytes: await takeTinyPicture(page),
        }),
      })),
  },
]

function forReadme(screen: string, size: keyof typeof sizes): Picture {
  return {
    screen,
    viewport: sizes[size],
    take: async page => ({ name: `${screen}.jpg`, bytes: await takeSmallPicture(page) }),
  }
}
