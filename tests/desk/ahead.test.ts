import { expect, test } from 'vitest'
import { createAhead } from '../../src/desk/ahead.js'
import { framed } from '../../src/desk/frame.js'
import { get } from '../../src/desk/pages/overview.js'
import { createMemory, requestFor } from '../../src/desk/request.js'
import type { DeskPage } from '../../src/desk/types.js'
import { inMemory } from '../../src/workspace/index.js'
import { desk, linde, ROOT } from './support.js'

const POLICY = (title: string) => `---
title: ${title}
organisation: linde
lang: en
version: 1.0.0
status: draft
---

# Photos {#photos}

1. A photo is published with consent. {#consent}
`
const MANY = Object.fromEntries(
  Array.from({ length: 30 }, (_, at) => [`${ROOT}/policies/linde/policy-${at + 10}.md`, POLICY(`Policy ${at + 10}`)]),
)

const asked = (isRead: (path: string) => boolean, more: Readonly<Record<string, string>> = {}) =>
  requestFor(
    {
      root: ROOT,
      files: inMemory({ ...linde(POLICY('Media')), ...MANY, ...more }, { today: '2026-03-02' }),
      reader: { asked: 'en' },
      token: '',
      remember: createMemory(),
      isRead,
    },
    { url: 'http://127.0.0.1/' },
  )
const overview = async (isRead: (path: string) => boolean) => framed((await get(asked(isRead))) as DeskPage, asked(isRead)).body

test('where not all texts are read yet the overview shows some, and names the others', async () => {
  const early = await overview((path) => path.includes('policy-1'))
  expect(early).toContain('30 of 31 policies have been read')
  expect(early).toContain('href="/policies/linde/policy-39">linde/policy-39</a>')
  expect(early).not.toContain('Policy 39')
  const late = await overview(() => true)
  expect(late).not.toContain('have been read')
  expect(late).toContain('Policy 39')
})

const stampOf = (body: string) => / data-stamp="([^"]+)"/.exec(body)?.[1]

test('an overview that is still being filled is not another page at each text: it is one when all are read', async () => {
  const early = stampOf(await overview((path) => /policy-1[01]/.test(path)))
  expect(early).toBeDefined()
  expect(stampOf(await overview((path) => path.includes('policy-1')))).toBe(early)
  const whole = stampOf(await overview(() => true))
  expect(whole).not.toBe(early)
  expect(stampOf(await overview(() => true))).toBe(whole)
})

test.each([{}, linde(POLICY('Media')), { ...linde(POLICY('Media')), ...MANY }])(
  'a page is the same as long as no file changed',
  async (files) => {
    const { ask, readAhead } = await desk(files)
    const addresses = ['/', '/new', '/import', '/adapt', '/schools', '/search?q=photo', '/nowhere']
    const policy = ['', '/compare', '/decide', '/papers', '/source', '/template'].map((end) => `/policies/linde/media${end}`)
    const stamps = async () => {
      const found: string[] = []
      for (const address of [...addresses, ...policy]) found.push(`${address} ${stampOf(await (await ask(address)).text())}`)
      return found
    }
    await readAhead()
    const first = await stamps()
    expect(first.filter((each) => each.endsWith('undefined'))).toEqual([])
    expect(await stamps()).toEqual(first)
  },
)

test('a text that cannot be read keeps no other from being read, and open pages are told when all are', async () => {
  const { ask, readAhead, told, faults } = await desk({ ...linde('---\ntitle: [\n---\n'), ...MANY })
  const reading = readAhead()
  expect(told()).toBe(0)
  await reading
  expect(told()).toBe(1)
  expect(await (await ask('/')).text()).toContain('Policy 39')
  expect(faults).toEqual([])
})

test('a desk that is closed reads no further', async () => {
  let done = 0
  const ahead = createAhead(
    () => asked(() => true),
    () => (done += 1),
  )
  const reading = ahead.start()
  ahead.stop()
  await reading
  expect(done).toBe(0)
})

test('a policy whose front matter cannot be read is named above the others, with the way to its source', async () => {
  const broken = { [`${ROOT}/policies/linde/broken.md`]: '---\ntitle: [Broken\n---\n\n# Photos {#photos}\n' }
  const request = asked(() => true, broken)
  const { body } = framed((await get(request)) as DeskPage, request)
  expect(body).toContain('cannot be read')
  expect(body).toContain('href="/policies/linde/broken/source"')
  expect((await overview(() => true)).includes('cannot be read')).toBe(false)
})
