/**
 * Reads what the board is drawn with, so that its first opening waits for its rows only. Never rejects.
 * @param loadTexts reads the words of a namespace
 */
export async function fetchBoard(loadTexts: (namespace: 'board') => Promise<unknown>): Promise<void> {
  await Promise.allSettled([
    import('./late-routes.ts'),
    import('../features/board/board-page.tsx'),
    import('./open-digests.ts'),
    loadTexts('board'),
  ])
}
