import { expect, it } from 'vitest'
import { wordsOn } from '../support/words.js'
import { desk, linde, ROOT, type TestDesk } from './support.js'

const TEXT = `Telefoons op school

1. Gebruik

1.1 De telefoon is uit in de les.
1.2 Zie artikel 9 over de kluis.
1.4 Een docent kan een uitzondering maken.
`
const POLICY = '---\ntitle: Media\norganisation: linde\nversion: 1.0.0\nstatus: draft\nlang: nl\n---\n\n# Foto {#foto}\n'

/** Sends a file as the form does. */
async function sendFile({ ask, token }: TestDesk, name: string, bytes: string | Uint8Array, fields: Record<string, string>) {
  const body = new FormData()
  for (const [key, value] of Object.entries({ token, ...fields })) body.set(key, value)
  body.set('file', new File([bytes as BlobPart], name))
  return ask('/import', {
    method: 'POST',
    body,
    headers: { origin: 'http://127.0.0.1:4711', 'sec-fetch-site': 'same-origin' },
  })
}

const sent = async (world: TestDesk, fields: Record<string, string> = { organisation: 'linde' }) => {
  const { status, headers } = await sendFile(world, 'telefoons.txt', TEXT, fields)
  expect(status).toBe(303)
  return headers.get('location') ?? ''
}
const keysIn = (page: string): string[] => [...page.matchAll(/id="_piece-([^"]+)"/g)].flatMap(([, key]) => key ?? [])
const path = `${ROOT}/policies/linde/telefoons-op-school.md`

it('reads a file and writes nothing but it until what is doubtful was judged', async () => {
  const world = await desk(linde(POLICY))
  const address = await sent(world)
  const page = await (await world.ask(address)).text()
  const keys = keysIn(page)
  expect(keys.length).toBeGreaterThan(0)
  expect(page).toContain('1.2 Zie artikel 9 over de kluis.')
  const refused = await world.send(address, { title: 'Telefoons', [`do-${keys[0]}`]: 'kept' })
  expect(refused.status).toBe(keys.length === 1 ? 303 : 409)
  if (keys.length > 1) expect(world.files.kindOf(path)).toBeUndefined()
  const all = Object.fromEntries(keys.map((key) => [`do-${key}`, 'kept']))
  const written = await world.send(address, all)
  expect(written.headers.get('location')).toBe('/policies/linde/telefoons-op-school?done=imported')
  expect(new TextDecoder().decode(world.files.read(path))).toContain('De telefoon is uit in de les.')
  // The file that was sent is gone, and its page with it.
  expect((await world.ask(address)).status).toBe(404)
  expect(world.faults).toEqual([])
})

it('writes what was corrected: words, facts, and what belongs together', async () => {
  const world = await desk(linde(POLICY))
  const address = await sent(world)
  const page = await (await world.ask(address)).text()
  const key = keysIn(page).find((each) => page.includes(`name="words-${each}"`)) ?? ''
  const done = await world.send(address, {
    title: 'Telefoonprotocol',
    effective: '2026-08-01',
    [`words-${key}`]: 'Er is een kluis.\n\nDe sleutel blijft bij de school.',
    rest: 'yes',
  })
  expect(done.headers.get('location')).toBe('/policies/linde/telefoonprotocol?done=imported')
  const source = new TextDecoder().decode(world.files.read(`${ROOT}/policies/linde/telefoonprotocol.md`))
  expect(source).toContain(`Er is een kluis. {#${key}}`)
  expect(source).toMatch(/De sleutel blijft bij de school\. \{#[a-z-]+\}/)
  expect(source).toContain('effective: 2026-08-01')
})

it('makes a workspace of an empty folder', async () => {
  const world = await desk({ [`${ROOT}/leesmij.txt`]: 'x' })
  expect((await world.ask('/import')).status).toBe(200)
  const address = await sent(world, { name: 'Basisschool De Wilg' })
  const done = await world.send(address, { rest: 'yes' })
  expect(done.status).toBe(303)
  expect(world.files.kindOf(`${ROOT}/policies/basisschool-de-wilg/telefoons-op-school.md`)).toBe('file')
  expect(new TextDecoder().decode(world.files.read(`${ROOT}/policies/basisschool-de-wilg/organisation.yaml`))).toContain(
    'Basisschool De Wilg',
  )
})

it.each([
  ['nothing', '', 'leeg.txt'],
  ['a broken Word file', 'PK\u0003\u0004 this is no archive', 'stuk.docx'],
  ['a broken PDF', '%PDF-1.7\nno more', 'stuk.pdf'],
])('says what is wrong with %s, and keeps no file', async (_, bytes, name) => {
  const world = await desk(linde(POLICY))
  const response = await sendFile(world, name, bytes, { organisation: 'linde' })
  expect([200, 409]).toContain(response.status)
  expect(await response.text()).toMatch(/class="(?:notice wrong|wrong)"/)
  expect(world.faults).toEqual([])
  const folder = `${ROOT}/out/import`
  const left =
    world.files.kindOf(folder) === undefined
      ? []
      : world.files.list(folder).flatMap((each) => world.files.list(`${folder}/${each.name}`))
  expect(left).toEqual([])
})

it('takes no folder with a name, and leads nowhere without a key', async () => {
  const world = await desk(linde(POLICY))
  const { status, headers } = await sendFile(world, '../../policies/linde/media.md', TEXT, { organisation: 'linde' })
  expect(status).toBe(303)
  expect(new TextDecoder().decode(world.files.read(`${ROOT}/policies/linde/media.md`))).toBe(POLICY)
  expect(headers.get('location')).toMatch(/^\/import\/[0-9a-f]{16}\?/)
  for (const key of ['x', '0000000000000000', '..%2f..%2fpolicies'])
    expect((await world.ask(`/import/${key}?organisation=linde`)).status).toBe(404)
})

it('replaces no policy that is there', async () => {
  const world = await desk(linde(POLICY))
  const first = await sent(world)
  await world.send(first, { rest: 'yes' })
  const again = await sent(world)
  const refused = await world.send(again, { rest: 'yes', title: 'Telefoons op school', version: '2.0.0' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('linde/telefoons-op-school')
})

it('brings a file in as the next version of a policy: what it changes first, corrected, and without the decisions on other words', async () => {
  const former = POLICY.replace(
    'status: draft',
    'status: adopted\neffective: 2025-08-01\napprovals: [{ date: 2025-06-01, body: Bestuur, right: adoption }]',
  )
  const body =
    '# Gebruik {#gebruik}\n\n1. De telefoon is uit in de les. {#uit}\n2. Een docent kan een uitzondering maken. {#docent}\n'
  const world = await desk(linde(former.replace('# Foto {#foto}\n', body)))
  expect(await (await world.ask('/policies/linde/media')).text()).toContain('href="/import?into=linde%2Fmedia"')
  expect(await (await world.ask('/import?into=linde%2Fmedia')).text()).toContain('name="into" value="linde/media"')
  const address = await sent(world, { into: 'linde/media' })
  const page = await (await world.ask(address)).text()
  expect(wordsOn(page)).toContain('This becomes version 1.1.0, a draft on which nobody decided yet.')
  expect(page).toMatch(/<ins>.{0,80}Zie (?:<span[^>]*>)?artikel 9(?:<\/span>)? over de kluis/)
  const key = keysIn(page).find((each) => page.includes(`name="words-${each}"`)) ?? ''
  const done = await world.send(address, { [`words-${key}`]: 'Er is een kluis.', rest: 'yes' })
  expect(done.headers.get('location')).toBe('/policies/linde/media/compare?done=imported')
  const read = (name: string) => new TextDecoder().decode(world.files.read(`${ROOT}/policies/linde/${name}`))
  expect(read('media.md')).toContain('Er is een kluis.')
  expect(read('media.md')).not.toContain('artikel 9')
  // What is the same clause stays the same clause, and nothing of the decision on it goes along.
  expect(read('media.md')).toContain('De telefoon is uit in de les. {#uit}')
  expect(read('media.md')).toContain('status: draft')
  expect(read('media.md')).not.toContain('approvals')
  expect(read('releases/media@1.0.0.md')).toContain('approvals')
  expect(world.faults).toEqual([])
})

it('says that a file is no version of a policy that is not there', async () => {
  const world = await desk(linde(POLICY))
  const { status } = await sendFile(world, 'telefoons.txt', TEXT, { into: 'linde/geen' })
  expect(status).toBe(409)
  expect(world.faults).toEqual([])
})
