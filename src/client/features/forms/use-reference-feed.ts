import { parseFeedId } from '../../../domain/people/feed.ts'
import { useScope } from '../../context/use-scope.ts'

/** The reference feed this person publishes forms in; undefined for anybody else. */
export function useReferenceFeed(): string | undefined {
  const scope = useScope()
  return scope?.feeds.find(feed => {
    const parsed = parseFeedId(feed)
    return parsed?.feedClass === 'reference' && scope.mayDo('form.publish', parsed.unit)
  })
}
