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

const asked = (isRead: (path: string) => boolean) =>
  requestFor(
    {
      root: ROOT,
      files: inMemory({ ...linde(POLICY('Media')), ...MANY }, { today: '2026-03-02' }),
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
