import { createMiddleware } from 'hono/factory'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** No inline code, no frames, no sniffing; `x-isoxa` tells our answers from those of a Wi-Fi portal. */
export const securityHeaders = (version: string, isHttps: boolean) =>
  createMiddleware(async (c, next) => {
    await next()
    c.header('content-security-policy', policy)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('cross-origin-resource-policy', 'same-origin')
    c.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=(self)')
    c.header('x-isoxa', version)
    if (isHttps) c.header('strict-transport-security', 'max-age=31536000')
  })
