import { describe, expect, test } from 'vitest'
import { front } from '../support/workspace.js'
import { desk, linde, ROOT } from './support.js'

const POLICY = `${front()}# Foto's {#fotos}\n\nEen foto staat op de site met toestemming. {#toestemming}\n`
const PAGE = '/policies/linde/media'
const SOURCE = `${PAGE}/source`

const open = () => desk(linde(POLICY))
const text = async (files: { read: (path: string) => Uint8Array }) =>
  new TextDecoder().decode(files.read(`${ROOT}/policies/linde/media.md`))

describe('who may ask', () => {
  test('the browser that came by the entrance reads', async () => {
    const { ask } = await open()
    const response = await ask(PAGE)
    expect([response.status, (await response.text()).includes('Een foto staat op de site')]).toEqual([200, true])
  })

  test.each([
    ['a name that was made to lead to this machine', { host: 'evil.example:4711' }],
    ['the same machine by another port', { host: '127.0.0.1:4712' }],
    ['no name at all', { host: '' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['a script of another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['somebody without a cookie', { cookie: '' }],
    ['somebody with a cookie of their own', { cookie: 'clausule-4711=AAAA' }],
  ])('%s reads nothing', async (_, headers) => {
    const { ask } = await open()
    const response = await ask(PAGE, { headers })
    const body = await response.text()
    expect(response.status).toBe(403)
    expect(body).not.toContain('linde')
    expect(body).not.toContain('Sociale media')
  })

  test('the entrance lets in one browser, once, and that one again', async () => {
    const { ask, entrance } = await open()
    expect((await ask(entrance, { headers: { cookie: '' } })).status).toBe(403)
    const again = await ask(entrance)
    expect([again.status, again.headers.get('location'), again.headers.get('set-cookie')]).toEqual([303, '/', null])
    expect((await ask(`${entrance}x`, { headers: { cookie: '' } })).status).toBe(403)
  })

  test('its cookie goes to no other site and to no script', async () => {
    const { createGuard } = await import('../../src/desk/guard.js')
    const guard = createGuard(() => ['127.0.0.1:4711'])
    expect(guard.admit('/open/guess')).toBeUndefined()
    expect(guard.admit(guard.entrance)).toMatch(/^clausule-4711=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(guard.admit(guard.entrance)).toBeUndefined()
  })
})

describe('who may change', () => {
  const changed = `${POLICY}\nNieuw. {#nieuw}\n`
  const seen = async ({ ask }: Awaited<ReturnType<typeof open>>) =>
    /name="seen" value="(\w+)"/.exec(await (await ask(SOURCE)).text())?.[1] ?? ''

  test('a form of ours', async () => {
    const opened = await open()
    const response = await opened.send(SOURCE, { source: changed, seen: await seen(opened) })
    expect([response.status, response.headers.get('location')]).toEqual([303, `${SOURCE}?done=saved`])
    expect(await text(opened.files)).toBe(changed)
  })

  test.each([
    ['without the token', { token: '' }, {}],
    ['with a token of another run', { token: 'A'.repeat(43) }, {}],
    ['without an origin', {}, { origin: '' }],
    ['from another site', {}, { origin: 'https://evil.example' }],
    ['from a sandbox', {}, { origin: 'null' }],
    ['from another site that says nothing of its origin', {}, { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['by another name of this machine', {}, { host: 'clausule.evil.example:4711' }],
  ])('a form %s changes nothing', async (_, fields, headers) => {
    const opened = await open()
    const response = await opened.send(SOURCE, { source: changed, seen: await seen(opened), ...fields }, headers)
    expect(response.status).toBe(403)
    expect(await text(opened.files)).toBe(POLICY)
  })

  test('a script of ours may send the token in a header', async () => {
    const opened = await open()
    const headers = { 'x-clausule': opened.token }
    const response = await opened.send(SOURCE, { source: changed, seen: await seen(opened), token: '' }, headers)
    expect(response.status).toBe(303)
  })
})

describe('what may be asked for', () => {
  test.each([
    '/policies/linde/../../etc/passwd',
    '/policies/..%2F..%2Fetc/passwd',
    '/policies/linde/..%2F..%2F..%2Fetc%2Fpasswd',
    '/policies/linde/media%00',
    '/policies/%2Fetc/passwd/source',
    '/assets/..%2F..%2Fpackage.json',
    '/assets/brand/..%2F..%2F.css',
    '/assets/brand/%E0%A4%A.css',
    '/policies/%E0%A4%A/media',
    '/policies/linde%5C..%5C..%5Cgeheim/secret/source',
  ])('%s leads nowhere', async (path) => {
    const opened = await desk({
      ...linde(POLICY),
      '/geheim/secret.md': `${front()}secret words\n`,
      '/etc/passwd': 'secret words\n',
    })
    const response = await opened.ask(path)
    expect(await response.text()).not.toContain('secret words')
    expect(opened.faults).toEqual([])
  })

  test('an address that no file can have and half a form are refused, and are no fault of ours', async () => {
    const opened = await open()
    for (const path of ['/policies/linde/%00', '/policies/linde/media%00.md/source', '/import?into=%00'])
      expect([path, (await opened.ask(path)).status]).toEqual([path, 404])
    const headers = {
      origin: 'http://127.0.0.1:4711',
      'x-clausule': opened.token,
      'content-type': 'multipart/form-data; boundary=x',
    }
    const half = await opened.ask('/import', { method: 'POST', body: '--x\r\nContent-Disposition: form-data; name="fi', headers })
    expect([half.status, opened.faults]).toEqual([403, []])
  })

  test('more than may be sent changes nothing', async () => {
    const opened = await open()
    const response = await opened.send(SOURCE, { source: 'a'.repeat(33 * 1024 * 1024) })
    expect(response.status).toBe(413)
    expect(await text(opened.files)).toBe(POLICY)
  })

  test('every page forbids scripts and styles but its own, and to be framed', async () => {
    const { ask } = await open()
    for (const path of ['/', PAGE, SOURCE, '/nowhere']) {
      const { headers } = await ask(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect([headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual(['nosniff', 'no-store'])
    }
  })
})
