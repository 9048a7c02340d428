import { expect, test } from 'vitest'
import { inMemory } from '../../src/workspace/index.js'
import { pkcs12 } from '../support/certificates.js'
import { wordsOn } from '../support/words.js'
import { desk, linde, ROOT, type TestDesk } from './support.js'

const POLICY = `---
title: Protocol sociale media
organisation: linde
lang: nl
version: 0.1.0
status: draft
---

# Foto's {#fotos}

1. Een medewerker plaatst een foto met toestemming van de ouders. {#toestemming}
`
const PAGE = '/policies/linde/media'

const page = async ({ ask }: TestDesk, path: string) => (await ask(path)).text()
const read = ({ files }: TestDesk, path: string) => new TextDecoder().decode(files.read(`${ROOT}/policies/linde/${path}`))

/** Sends a form of the page of decisions, as it is shown now. */
async function act(opened: TestDesk, name: string, fields: Readonly<Record<string, string>> = {}) {
  const seen = /name="seen" value="(\w+)"/.exec(await page(opened, `${PAGE}/decide`))?.[1] ?? ''
  return opened.send(`${PAGE}/decide`, { act: name, seen, ...fields })
}

test('a policy goes from an empty folder to a release', async () => {
  const opened = await desk({}, { files: inMemory({ [`${ROOT}/readme.txt`]: 'leeg' }, { today: '2026-03-02' }) })
  expect(await page(opened, '/')).toContain('Begin with your first policy')
  const begun = await opened.send('/new', {
    name: 'Basisschool De Linde',
    title: 'Protocol fotografie',
    subject: 'blank',
    lang: 'nl',
  })
  expect([begun.status, begun.headers.get('location')]).toEqual([
    303,
    '/policies/basisschool-de-linde/protocol-fotografie?done=begun',
  ])
  expect(wordsOn(await page(opened, '/'))).toContain('Protocol fotografie')
})

test('a route is given, decided on and released, each step on the words that were shown', async () => {
  const opened = await desk(linde(POLICY))
  expect(await page(opened, `${PAGE}/decide`)).toContain('Keep this order')
  expect(
    (await act(opened, 'route', { 'body-1': 'MR', 'right-1': 'consent', 'body-2': 'Bestuur', 'right-2': 'adoption' })).status,
  ).toBe(303)
  expect(read(opened, 'media.md')).toContain('body: MR')

  const proposed = await act(opened, 'propose', { version: '1.0.0' })
  expect(proposed.headers.get('location')).toBe(`${PAGE}/decide?done=propose`)
  expect(await page(opened, `${PAGE}/decide`)).toContain('Waiting for MR')

  expect((await act(opened, 'decide', { step: 'adoption Bestuur', decision: 'positive', date: '2026-03-02' })).status).toBe(409)
  const without = await act(opened, 'decide', { step: 'consent MR', decision: '' })
  expect([without.status, (await without.text()).includes('Choose first what they decided')]).toEqual([409, true])
  for (const step of ['consent MR', 'adoption Bestuur'])
    expect((await act(opened, 'decide', { step, decision: 'positive', date: '2026-03-02', name: 'D. van Zon' })).status).toBe(303)

  const released = await act(opened, 'release')
  expect(released.headers.get('location')).toBe(`${PAGE}/decide?done=release`)
  expect(read(opened, 'releases/media@1.0.0.md')).toContain('status: adopted')
  expect(read(opened, 'media.md')).toContain('version: 1.1.0')
  const after = await page(opened, `${PAGE}/decide`)
  expect(after).toContain('recorded as decided on in exactly these words')
  expect(after).toContain('papers/media-1.0.0.pdf')
  expect((await opened.ask(`${PAGE}/papers/media-1.0.0.pdf`)).headers.get('content-type')).toBe('application/pdf')
  expect((await opened.ask(`${PAGE}/1.0.0`)).status).toBe(200)
  expect(opened.faults).toEqual([])
})

test('a release is signed with a certificate that is sent, once, and kept nowhere', async () => {
  const opened = await desk(linde(POLICY))
  await act(opened, 'route', { 'body-1': 'Bestuur', 'right-1': 'adoption' })
  await act(opened, 'propose', { version: '1.0.0' })
  await act(opened, 'decide', { step: 'adoption Bestuur', decision: 'positive', date: '2026-03-02' })
  const release = async (password: string) => {
    const body = new FormData()
    const seen = /name="seen" value="(\w+)"/.exec(await page(opened, `${PAGE}/decide`))?.[1] ?? ''
    for (const [key, value] of Object.entries({ token: opened.token, act: 'release', seen, password })) body.set(key, value)
    body.set('certificate', new File([pkcs12('geheim', {}) as BlobPart], 'bos.p12'))
    const headers = { origin: 'http://127.0.0.1:4711', 'sec-fetch-site': 'same-origin' }
    return opened.ask(`${PAGE}/decide`, { method: 'POST', body, headers })
  }
  const refused = await release('fout')
  expect([refused.status, (await refused.text()).includes('fout"')]).toEqual([409, false])
  expect(opened.files.kindOf(`${ROOT}/policies/linde/releases/media@1.0.0.md`)).toBeUndefined()
  expect((await release('geheim')).headers.get('location')).toBe(`${PAGE}/decide?done=release`)
  expect(await page(opened, `${PAGE}/decide`)).toContain('papers/media-1.0.0.signed.pdf')
  const kept = opened.files.list(`${ROOT}/out/linde`).map(({ name }) => name)
  expect(kept.filter((name) => /p12|pfx/.test(name))).toEqual([])
  expect(opened.files.kindOf(`${ROOT}/out/import`)).toBeUndefined()
})

test('a step is not taken on a text that changed since its page was shown', async () => {
  const opened = await desk(linde(POLICY))
  const response = await opened.send(`${PAGE}/decide`, {
    act: 'route',
    seen: 'f'.repeat(64),
    'body-1': 'MR',
    'right-1': 'consent',
  })
  expect([response.status, (await response.text()).includes('The file changed meanwhile')]).toEqual([409, true])
  expect(read(opened, 'media.md')).toBe(POLICY)
})

test('a remark that is the name of a file is a remark', async () => {
  const opened = await desk({ ...linde(POLICY), '/etc/secret.txt': 'secret words\n' })
  await act(opened, 'route', { 'body-1': 'MR', 'right-1': 'adoption' })
  await act(opened, 'propose', {})
  const fields = { step: 'adoption MR', decision: 'positive', date: '2026-03-02', remarks: '/etc/secret.txt' }
  expect((await act(opened, 'decide', fields)).status).toBe(303)
  expect(read(opened, 'media.md')).toContain('remarks: /etc/secret.txt')
  expect(read(opened, 'media.md')).not.toContain('secret words')
})

test('a text with an error can take no step, and says why', async () => {
  const opened = await desk(linde(`${POLICY}2. Zie [](#nergens). {#zie}\n`))
  const shown = await page(opened, `${PAGE}/decide`)
  expect(shown).toContain('To be mended first')
  expect(shown).toMatch(/source#_line-\d+/)
})

test('every page of an empty folder says how to begin', async () => {
  const opened = await desk({}, { files: inMemory({ [`${ROOT}/readme.txt`]: 'leeg' }) })
  for (const path of ['/', '/new', '/schools', '/search', '/adapt', '/policies/linde/media', '/nergens']) {
    const body = await page(opened, path)
    const ways = ['/new', '/import', '/adapt'].filter(
      (way) => body.includes(`<a href="${way}">`) || path === way || (path === '/' && way === '/new'),
    )
    expect([path, ways]).toEqual([path, ['/new', '/import', '/adapt']])
  }
  expect(await page(opened, '/adapt')).toContain('as a folder with its releases')
  expect(opened.faults).toEqual([])
})

test('a text that says that it was adopted is made a draft, with the decisions it names', async () => {
  const adopted = POLICY.replace(
    'status: draft',
    'status: adopted\neffective: 2024-06-01\napprovals:\n  - { date: 2024-05-01, body: Bestuur }',
  )
  const opened = await desk(linde(adopted))
  expect(await page(opened, `${PAGE}/edit`)).toContain('make it a draft')
  expect((await act(opened, 'draft')).headers.get('location')).toBe(`${PAGE}/decide?done=draft`)
  expect(read(opened, 'media.md')).toBe(adopted.replace('status: adopted\neffective: 2024-06-01', 'status: draft'))
  expect(await page(opened, `${PAGE}/decide`)).not.toContain('value="draft"')
})

test('a first draft becomes version 1.0.0 on the desk, as on the command line, and the page says so before', async () => {
  const route = 'route: [{ body: Bestuur, right: adoption }]\n'
  const opened = await desk(linde(POLICY.replace('status:', `${route}status:`)))
  expect(wordsOn(await page(opened, `${PAGE}/decide`))).toContain('a first version becomes 1.0.0')
  expect((await act(opened, 'propose', { version: '' })).status).toBe(303)
  expect(read(opened, 'media.md')).toContain('version: 1.0.0')
})

test('a text whose clauses lack ids says what gives them one here, and the page of decisions names every paper', async () => {
  const opened = await desk({
    ...linde(POLICY.replace(' {#toestemming}', '')),
    ...Object.fromEntries(
      ['0.1.0.pdf', '0.1.0.html', '0.1.0.docx', '0.2.0.pdf', '0.2.0.html', '0.2.0.docx', '0.3.0.pdf', '0.3.0.html'].map(
        (name) => [`${ROOT}/out/linde/media-${name}`, 'stuk'],
      ),
    ),
  })
  const read = wordsOn(await page(opened, PAGE))
  expect(read).toContain('Under “Write”, every clause gets one with the first thing that you type there.')
  expect(read).not.toContain('gives every clause one')
  const decide = await page(opened, `${PAGE}/decide`)
  for (const name of ['0.1.0.pdf', '0.2.0.pdf', '0.3.0.html']) expect(decide).toContain(`papers/media-${name}`)
  expect(wordsOn(decide)).toContain('2 more')
})
