import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a request says of itself, as far as it is judged by. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly host: string | undefined
  readonly origin: string | undefined
  /** `Sec-Fetch-Site`, which a browser sets and a page cannot. */
  readonly site: string | undefined
  readonly cookie: string | undefined
}

/** Why a request is refused; each has words, `desk.refused.…`. */
export type Refusal = 'host' | 'site' | 'session' | 'origin' | 'token' | 'used'

/** The keys of one run of the desk. Nothing of it is kept: who closed the desk has closed every door. */
export interface Guard {
  /** The path that lets a browser in, once. */
  readonly entrance: string
  /** What forms and scripts send back to show that one of our pages asked. */
  readonly token: string
  /** Lets in who comes by the entrance the first time: the cookie to give them. */
  readonly admit: (path: string) => string | undefined
  readonly refusal: (asked: Asked) => Refusal | undefined
  readonly isToken: (sent: string | undefined) => boolean
}

/**
 * Who may ask. A name that was made to lead to this machine (DNS rebinding) has another Host; a page of another site has another Origin, or
 * none and the wrong Sec-Fetch-Site; another program of this machine has no cookie; and a change needs the token that only our own pages hold.
 */
export function createGuard(hosts: () => readonly string[], random: (bytes: number) => Buffer = randomBytes): Guard {
  const secret = random(32)
  const session = random(32).toString('base64url')
  const entrance = `/open/${random(32).toString('base64url')}`
  const token = createHmac('sha256', secret).update(session).digest('base64url')
  let open = true
  // Cookies of all ports of a machine are one: the port tells two desks apart.
  const name = () => `clausule-${hosts()[0]?.split(':').at(-1) ?? ''}`
  const isOurs = (origin: string) => hosts().some((host) => origin === `http://${host}`)
  const hasCookie = (cookie: string | undefined) =>
    (cookie ?? '').split(';').some((each) => {
      const [key, value = ''] = each.trim().split('=')
      return key === name() && isSame(value, session)
    })
  return {
    entrance,
    token,
    admit(path) {
      if (!open || !isSame(path, entrance)) return undefined
      open = false
      return `${name()}=${session}; Path=/; HttpOnly; SameSite=Strict`
    },
    isToken: (sent) => sent !== undefined && isSame(sent, token),
    refusal({ method, path, host, origin, site, cookie }) {
      if (host === undefined || !hosts().includes(host)) return 'host'
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'site'
      if (origin !== undefined && !isOurs(origin)) return 'origin'
      if (path.startsWith('/open/'))
        return method === 'GET' && (hasCookie(cookie) || (open && isSame(path, entrance))) ? undefined : 'used'
      if (!hasCookie(cookie)) return 'session'
      if (method !== 'GET' && method !== 'HEAD' && origin === undefined) return 'origin'
      return undefined
    },
  }
}

/** In the same time wherever they differ. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
