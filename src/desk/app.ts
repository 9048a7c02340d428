import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Context, readersLanguage } from '../secretariat/context.js'
import { type Files, fileProblem, findWorkspace, loadWording } from '../workspace/index.js'
import { type Ahead, createAhead } from './ahead.js'
import { assetAt } from './assets.js'
import { framed } from './frame.js'
import { givingBack } from './given-back.js'
import { createGuard, type Guard, type Refusal } from './guard.js'
import type { Live } from './live.js'
import { faultPage, missingPage, noWorkspacePage, refusedPage } from './plain-pages.js'
import { createMemory, requestFor } from './request.js'
import { ROUTES } from './routes.js'
import { sameBytes } from './same-bytes.js'
import { readSent } from './sent.js'
import { refusalOf } from './told.js'
import type { Answer, DeskPage, DeskRequest, Sent } from './types.js'

interface AppOptions {
  /** The folder the desk was opened on. */
  readonly root: string
  /** Opens the files anew: a request sees one state of them. */
  readonly openFiles: () => Files
  readonly reader: NonNullable<Context['reader']>
  /** Where it answers: `127.0.0.1:4711`. */
  readonly hosts: () => readonly string[]
  readonly live: Pick<Live, 'listen' | 'tell' | 'look'>
  /** Told of a fault of our own. */
  readonly fault: (error: unknown) => void
}

/** The most that may be sent at once: a long Word file with pictures has some ten megabytes. */
const MOST_SENT = 32 * 1024 * 1024

/** The desk as a function from requests to responses, and what guards it. */
interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly guard: Guard
  readonly ahead: Pick<Ahead, 'start' | 'stop'>
}

/** Where a workspace can be made. */
const WITHOUT_WORKSPACE: readonly string[] = ['/', '/new', '/adapt', '/import', '/import/:key']

/** What every response says, whatever it is: nothing of it is kept, guessed at, framed or told elsewhere. */
const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
} as const

/**
 * What a file that is no page of ours may do, by its type: a page that was made as a paper runs no script and is of no origin, a PDF is shown
 * by the browser's own reader, and nothing else does anything.
 */
const FILE_POLICIES: Readonly<Record<string, string>> = {
  'text/html': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'",
  'application/pdf': "frame-ancestors 'self'",
}
const NOTHING = "default-src 'none'; frame-ancestors 'self'"

export function createApp({ root, openFiles, reader, hosts, live, fault }: AppOptions): App {
  const guard = createGuard(hosts)
  const remember = createMemory()
  const openSame = sameBytes(openFiles)
  const app = new Hono()
  let hadWorkspace = false
  const asked = (request: Pick<Request, 'url'>): DeskRequest =>
    requestFor({ root, files: openSame(), reader, token: guard.token, remember, isRead: (path) => ahead.isRead(path) }, request)
  const ahead = createAhead(() => asked({ url: `http://${hosts()[0]}/` }), live.tell)
  const page = (made: DeskPage, request: DeskRequest): Response => {
    const { body, policy } = framed(made, request)
    return respond(body, made.status ?? 200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy })
  }
  const lang = readersLanguage({ cwd: root, reader }, undefined)
  const words = { lang, say: loadWording(undefined, lang) }
  const refused = (refusal: Refusal | 'large'): Response => {
    const status = refusal === 'large' ? 413 : 403
    // Who is not let in learns nothing of what is here, and has no file read for them.
    const { body, policy } = refusedPage(refusal, words)
    return respond(body, status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy })
  }
  const send = (answer: Answer, request: DeskRequest): Response => {
    switch (answer.type) {
      case 'page':
        return page(answer, request)
      case 'goto': {
        const to = new URL(answer.address, request.url)
        if (answer.done !== undefined) to.searchParams.set('done', answer.done)
        return respond(null, 303, { Location: `${to.pathname}${to.search}${to.hash}` })
      }
      case 'data':
        return respond(JSON.stringify(answer.value), answer.status ?? 200, { 'Content-Type': 'application/json' })
      case 'file':
        return respond(answer.bytes, 200, {
          'Content-Type': answer.mediaType,
          'Content-Security-Policy': FILE_POLICIES[answer.mediaType] ?? NOTHING,
          ...(answer.name === undefined
            ? {}
            : { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}` }),
        })
    }
  }
  const perform = async (request: DeskRequest, act: () => Answer | Promise<Answer>): Promise<Answer> => {
    try {
      return await act()
    } catch (error) {
      const told = refusalOf(request, error)
      if (!told) fault(error)
      return faultPage(request, told)
    }
  }

  app.use(async (c, next) => {
    const { method, headers } = c.req.raw
    const header = (name: string) => headers.get(name) ?? undefined
    const refusal = guard.refusal({
      method,
      path: c.req.path,
      host: header('host'),
      origin: header('origin'),
      site: header('sec-fetch-site'),
      cookie: header('cookie'),
    })
    if (refusal) return refused(refusal)
    // No file has a name with it, and no system takes it in one.
    if (/%00/.test(c.req.raw.url)) return c.notFound()
    return next()
  })
  app.use(bodyLimit({ maxSize: MOST_SENT, onError: () => refused('large') }))
  app.get('/open/:key', (c) => {
    const cookie = guard.admit(c.req.path)
    return respond(null, 303, { Location: '/', ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) })
  })
  app.get('/events', () => live.listen())
  app.get('/assets/:name{.+}', (c) => {
    const request = asked(c.req.raw)
    const found = assetAt(c.req.param('name'), request)
    return found ? send(found, request) : page(missingPage(request), request)
  })
  for (const { path, load } of ROUTES) {
    const own = (request: Request, params: Readonly<Record<string, string>>): DeskRequest => ({ ...asked(request), params })
    const has = ({ context }: DeskRequest): boolean => {
      if (context.workspace) hadWorkspace = true
      return context.workspace !== undefined || (WITHOUT_WORKSPACE.includes(path) && context.files?.kindOf(root) === 'folder')
    }
    app.get(path, async (c) => {
      const request = own(c.req.raw, c.req.param())
      if (!has(request)) return page(noWorkspacePage(request, hadWorkspace), request)
      return send(await perform(request, async () => (await load()).get?.(request) ?? missingPage(request)), request)
    })
    app.post(path, async (c) => {
      const request = own(c.req.raw, c.req.param())
      const sent = await readSent(c.req.raw)
      if (!sent || !guard.isToken(c.req.header('x-clausule') ?? sent.words('token'))) return refused('token')
      if (!has(request)) return page(givingBack(noWorkspacePage(request, hadWorkspace), sent, request), request)
      const answer = await perform(request, async () => (await load()).post?.(request, sent) ?? missingPage(request))
      if (answer.type !== 'data' || answer.wrote) live.tell()
      if (!request.context.workspace && findWorkspace(root, root, openFiles())) live.look()
      return send(once(answer, sent, request), request)
    })
  }
  app.notFound((c) => {
    const request = asked(c.req.raw)
    return page(missingPage(request), request)
  })
  app.onError((error, c) => {
    const request = asked(c.req.raw)
    if (!fileProblem(error)) fault(error)
    return page(faultPage(request, refusalOf(request, error)), request)
  })
  return { fetch: (request) => app.fetch(request), guard, ahead }
}

/** What answers a form is shown once: loaded anew it would send the form again. */
const once = (answer: Answer, sent: Sent, request: DeskRequest): Answer =>
  answer.type === 'page' ? { ...givingBack(answer, sent, request), ownLife: true } : answer

const respond = (body: string | Uint8Array | null, status: number, headers: Readonly<Record<string, string>>): Response =>
  new Response(body as BodyInit | null, { status, headers: { 'Cache-Control': 'no-store', ...ALWAYS, ...headers } })
