import type { CDPSession } from 'playwright-core'

/** What design.md §7 calls a tablet. */
const tabletSlowdown = 4

export async function throttleCpu(cdp: CDPSession, slowdown = tabletSlowdown): Promise<void> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

/** Speeds in kbit/s; `{ latencyMs: 800, downKbit: 100, upKbit: 50 }` is 2G. Does not reach the service worker. */
export async function throttleNetwork(
  cdp: CDPSession,
  { latencyMs, downKbit, upKbit }: { latencyMs: number; downKbit: number; upKbit: number },
): Promise<void> {
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: (downKbit * 1000) / 8,
    uploadThroughput: (upKbit * 1000) / 8,
  })
}
