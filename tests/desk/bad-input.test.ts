import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inMemory } from '../../src/workspace/index.js'
import { FileProblem } from '../../src/workspace/problem.js'
import { folder, front, workspace } from '../support/workspace.js'
import { openOn } from './open.js'
import { desk, linde, ROOT } from './support.js'

const POLICY = `${front()}# Foto's {#fotos}\n\nEen foto staat op de site met toestemming. {#toestemming}\n`
const PAGE = '/policies/linde/media'
const SOURCE = `${PAGE}/source`
const seenIn = (html: string) => /name="seen" value="(\w+)"/.exec(html)?.[1] ?? ''

/** Asks over the network, as any program of this machine could. */
const over = (
  address: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ code: number; cookie: string; body: string }> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(address)
    ask({ host: hostname, port, path, headers }, (response) => {
      let body = ''
      response.on('data', (part) => (body += part))
      const cookie = response.headers['set-cookie']?.[0]?.replace(/;.*/, '') ?? ''
      response.on('end', () => done({ code: response.statusCode ?? 0, cookie, body }))
    })
      .on('error', failed)
      .end()
  })

test('a port that is taken is told of, with one that is free', async () => {
  const root = workspace(POLICY)
  const first = await openOn(root)
  const port = Number(new URL(first.address).port)
  try {
    const { openDesk } = await import('../../src/desk/index.js')
    const { openDisk } = await import('../../src/workspace/index.js')
    const second = openDesk({ root, port, openFiles: () => openDisk(), reader: {}, fault: () => {} })
    await expect(second).rejects.toThrow(new RegExp(`Port ${port} is taken: \\d+ is free`))
  } finally {
    await first.close()
  }
})

test('over the network, a name that leads to this machine and a browser that was not let in read nothing', async () => {
  const opened = await openOn(workspace(POLICY))
  const { port, pathname } = new URL(opened.address)
  try {
    expect((await over(opened.address, '/', { host: `evil.example:${port}` })).code).toBe(403)
    expect((await over(opened.address, '/', {})).code).toBe(403)
    expect((await over(opened.address, pathname, { host: `evil.example:${port}` })).code).toBe(403)
    const { cookie } = await over(opened.address, pathname, {})
    expect((await over(opened.address, PAGE, { cookie })).body).toContain('met toestemming')
    expect((await over(opened.address, PAGE, { cookie, host: `evil.example:${port}` })).code).toBe(403)
    expect((await over(opened.address, pathname, {})).code).toBe(403)
  } finally {
    await opened.close()
  }
})

test('a link that leads out of the workspace is not followed', async () => {
  const outside = folder({ 'geheim.md': `${front()}# Geheim {#geheim}\n\nsecret words {#woorden}\n` })
  const root = workspace(POLICY)
  symlinkSync(join(outside, 'geheim.md'), join(root, 'policies/linde/geheim.md'))
  mkdirSync(join(root, 'out'), { recursive: true })
  symlinkSync(outside, join(root, 'out/linde'))
  const opened = await openOn(root)
  try {
    const { cookie } = await over(opened.address, new URL(opened.address).pathname, {})
    for (const path of ['/policies/linde/geheim', '/policies/linde/geheim/source', `${PAGE}/papers/geheim.md`])
      expect((await over(opened.address, path, { cookie })).body).not.toContain('secret words')
  } finally {
    await opened.close()
  }
})

test('the look of an organisation behind a link out of the workspace is not served', async () => {
  const look = (primary: string) => `name: Buiten\nbrand:\n  colours: { primary: "${primary}" }\n`
  const outside = folder({ 'buiten/organisation.yaml': look('#7b1fa2') })
  const root = workspace(POLICY)
  mkdirSync(join(root, 'policies/eigen'))
  writeFileSync(join(root, 'policies/eigen/organisation.yaml'), look('#00695c'))
  symlinkSync(join(outside, 'buiten'), join(root, 'policies/buiten'))
  mkdirSync(join(root, 'policies/half'))
  symlinkSync(join(outside, 'buiten/organisation.yaml'), join(root, 'policies/half/organisation.yaml'))
  const opened = await openOn(root)
  try {
    const { cookie } = await over(opened.address, new URL(opened.address).pathname, {})
    const styleOf = async (name: string) => (await over(opened.address, `/assets/${name}.css`, { cookie })).body
    expect(await styleOf('brand/eigen')).toContain('#00695c')
    for (const name of ['buiten', 'half', '..%2f..%2fbuiten']) expect(await styleOf(`brand/${name}`)).not.toContain('#7b1fa2')
    expect(await styleOf('brand/buiten')).toBe(await styleOf('brand'))
  } finally {
    await opened.close()
  }
})

test('a disk that is full loses nothing that was typed', async () => {
  const files = inMemory(linde(POLICY), { today: '2026-03-02' })
  const full = {
    ...files,
    write: () => {
      const values = { code: 'ENOSPC', act: { phrase: 'act.writing' }, path: PAGE, expected: { phrase: 'wanted.room' } } as const
      throw new FileProblem(PAGE, { form: 'system.refused', values }, true)
    },
  }
  const opened = await desk({}, { files: full })
  const seen = seenIn(await (await opened.ask(SOURCE)).text())
  const response = await opened.send(SOURCE, { source: `${POLICY}\nNieuwe woorden. {#nieuw}\n`, seen })
  const body = await response.text()
  expect([response.status, opened.faults]).toEqual([409, []])
  expect(body).toContain('ENOSPC')
  expect(body).toContain('Nieuwe woorden.')
})

test('a text with errors, and one that cannot be read at all, can still be edited as source', async () => {
  for (const broken of ['---\ntitle: [\n---\n\nWoorden.\n', `${front('numbering: onzin')}# Kop\n\nZie [](#nergens).\n`]) {
    const opened = await desk(linde(broken))
    const body = await (await opened.ask(SOURCE)).text()
    expect(body).toContain('<textarea')
    expect(body).toMatch(/class="findings"/)
    const response = await opened.send(SOURCE, { source: POLICY, seen: seenIn(body) })
    expect([response.status, opened.faults]).toEqual([303, []])
    expect(new TextDecoder().decode(opened.files.read(`${ROOT}/policies/linde/media.md`))).toBe(POLICY)
    expect((await opened.ask(PAGE)).status).toBe(200)
  }
})

test('what is no text in UTF-8 is shown as such, and not changed', async () => {
  const files = inMemory(linde(POLICY))
  files.write(ROOT, [{ path: `${ROOT}/policies/linde/media.md`, bytes: new Uint8Array([0xff, 0xfe, 0x41]) }])
  const opened = await desk({}, { files })
  expect(await (await opened.ask(SOURCE)).text()).toContain('no text in UTF-8')
  await opened.send(SOURCE, { source: 'anders', seen: '' })
  expect([...files.read(`${ROOT}/policies/linde/media.md`)]).toEqual([0xff, 0xfe, 0x41])
})

test('a file keeps the ends of its lines and its mark', async () => {
  const before = `\ufeff${POLICY}`.replaceAll('\n', '\r\n')
  const opened = await desk(linde(before))
  const seen = seenIn(await (await opened.ask(SOURCE)).text())
  const typed = `${POLICY}\nNieuw. {#nieuw}`
  await opened.send(SOURCE, { source: typed.replaceAll('\n', '\r\n'), seen })
  const after = Buffer.from(opened.files.read(`${ROOT}/policies/linde/media.md`)).toString()
  expect(after).toBe(`\ufeff${typed}\n`.replaceAll('\n', '\r\n'))
})

test('a text of 2,000 clauses is shown whole', async () => {
  const items = Array.from({ length: 2000 }, (_, i) => `${i + 1}. Regel ${i + 1} geldt op school. {#regel-${i + 1}}`).join('\n')
  const opened = await desk(linde(`${front()}# Regels {#regels}\n\n${items}\n`))
  const body = await (await opened.ask(PAGE)).text()
  expect(body).toContain('Regel 2000 geldt op school.')
})

test('an empty desk, a wrong form and an address that is no policy are told of', async () => {
  const opened = await desk({}, { files: inMemory({ [`${ROOT}/readme.txt`]: '' }) })
  const without = await opened.send('/new', { title: 'Protocol' })
  expect(await without.text()).toContain('Name the organisation')
  const untitled = await opened.send('/new', { name: 'De Linde' })
  expect(await untitled.text()).toContain('Give the policy a title')
  const signs = await opened.send('/new', { name: '!!!', title: 'Protocol' })
  expect([signs.status, opened.faults]).toEqual([409, []])
  expect((await opened.ask('/policies/geen/beleid')).status).toBe(404)
})

test('in a git workspace the text is kept with its reason, and nothing else', async () => {
  const root = workspace(POLICY)
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' })
  git('init', '-q')
  git('config', 'user.name', 'D. van Zon')
  git('config', 'user.email', 'd@example.org')
  git('add', '.')
  git('commit', '-qm', 'Begin')
  const media = join(root, 'policies/linde/media.md')
  writeFileSync(media, `${readFileSync(media, 'utf8')}\nNieuw. {#nieuw}\n`)
  writeFileSync(join(root, 'policies/linde/organisation.yaml'), 'name: De Linde\n')
  const opened = await openOn(root)
  try {
    const { cookie } = await over(opened.address, new URL(opened.address).pathname, {})
    const { body } = await over(opened.address, PAGE, { cookie })
    const fields = {
      token: /name="token" value="([\w-]+)"/.exec(body)?.[1] ?? '',
      seen: seenIn(body),
      author: 'Mies <b>Bos',
      reason: 'Ouders vroegen erom',
    }
    const { origin } = new URL(opened.address)
    const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' }
    const keep = (changed: Record<string, string>) =>
      fetch(`${origin}${PAGE}/keep`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ ...fields, ...changed }),
      })
    // What was typed is not lost where the text changed since.
    expect(await (await keep({ seen: 'another' })).text()).toContain('value="Ouders vroegen erom"')
    const sent = await keep({})
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${PAGE}?done=kept`])
    expect(git('log', '-1', '--format=%an').trim()).toBe('Mies  b Bos')
    expect(git('log', '-1', '--format=%s', '--name-only').trim().split(/\n+/)).toEqual([
      'linde/media: Ouders vroegen erom',
      'policies/linde/media.md',
    ])
    expect(git('status', '--porcelain').trim()).toBe('M policies/linde/organisation.yaml')
    // What was kept can be one side of a comparison.
    const revision = `git:${git('rev-parse', '--short', 'HEAD~1').trim()}`
    const compared = (await over(opened.address, `${PAGE}/compare?old=${revision}`, { cookie })).body
    expect(compared).toMatch(new RegExp(`<option value="${revision}" selected>[^<]*Begin`))
    expect(compared).toMatch(/<ins>.{0,80}Nieuw\./)
  } finally {
    await opened.close()
  }
})
