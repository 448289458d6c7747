/** When the large files of a person may leave this tablet; thumbnails and text always go at once. */
export type OriginalsSetting = 'always' | 'onWifi'

/** What the browser tells of the network, where it tells anything (Chromium on Android does). */
export interface NetworkConnection {
  readonly type?: string | undefined
  readonly addEventListener: (type: 'change', listener: () => void) => void
  readonly removeEventListener: (type: 'change', listener: () => void) => void
}

export interface OriginalsPolicy {
  /** Reads the setting, which another tab may have changed. */
  load: () => Promise<OriginalsSetting>
  choose: (setting: OriginalsSetting) => Promise<void>
  mayGo: () => boolean
  /** The person lets what waits now go over any network; holds until it has gone. */
  allowOnce: () => void
  endOnce: () => void
  /** `unknown`: the browser does not tell, so only the person can say. */
  network: () => 'wifi' | 'mobile' | 'unknown'
  onChange: (listener: () => void) => () => void
}

interface Given {
  readonly connection: NetworkConnection | undefined
  readonly notes: {
    readonly readNote: (name: 'originals') => Promise<unknown>
    readonly writeNote: (name: 'originals', value: OriginalsSetting) => Promise<void>
  }
}

export function createOriginalsPolicy({ connection, notes }: Given): OriginalsPolicy {
  let setting: OriginalsSetting = 'always'
  let isAllowedOnce = false

  function network(): 'wifi' | 'mobile' | 'unknown' {
    const type = connection?.type
    if (type === 'wifi' || type === 'ethernet') return 'wifi'
    return type === undefined || type === 'unknown' || type === 'other' || type === 'none'
      ? 'unknown'
      : 'mobile'
  }

  return {
    async load() {
      setting = (await notes.readNote('originals')) === 'onWifi' ? 'onWifi' : 'always'
      return setting
    },
    async choose(next) {
      await notes.writeNote('originals', next)
      setting = next
    },
    mayGo: () => setting === 'always' || isAllowedOnce || network() === 'wifi',
    allowOnce() {
      isAllowedOnce = true
    },
    endOnce() {
      isAllowedOnce = false
    },
    network,
    onChange(listener) {
      connection?.addEventListener('change', listener)
      return () => connection?.removeEventListener('change', listener)
    },
  }
}
