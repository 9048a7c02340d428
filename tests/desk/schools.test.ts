import { expect, it } from 'vitest'
import { parseConcordance } from '../../src/schools/index.js'
import { desk, ROOT, type TestDesk } from './support.js'

const policy = (organisation: string, rules: readonly string[]): string =>
  `---
title: Protocol sociale media
organisation: ${organisation}
version: 1.0.0
status: draft
lang: nl
---

# Afspraken {#afspraken}

${rules.map((rule, at) => `${at + 1}. ${rule} {#regel-${at + 1}}`).join('\n')}
`

const WORLD = {
  [`${ROOT}/policies/linde/organisation.yaml`]: 'name: De Linde\n',
  [`${ROOT}/policies/linde/social-media.md`]: policy('linde', [
    'Een foto van een leerling wordt alleen geplaatst met toestemming van de ouders.',
    'Pesten op sociale media is verboden.',
    'De telefoon ligt in de kluis.',
  ]),
  [`${ROOT}/policies/wilg/organisation.yaml`]: 'name: De Wilg\n',
  [`${ROOT}/policies/wilg/social-media.md`]: policy('wilg', [
    "Foto's van leerlingen plaatsen wij na toestemming van ouders.",
    'Op sociale media pesten wij niet: dat is verboden.',
    'Wie twijfelt, vraagt het de mentor.',
  ]),
}
const PATH = `${ROOT}/policies/concordance.yaml`
const rowsIn = ({ files }: TestDesk) =>
  files.kindOf(PATH) === undefined ? [] : parseConcordance(new TextDecoder().decode(files.read(PATH)), 'concordance.yaml').rows

/** The rows of the page, each with its sentences, and what the form sends along. */
async function judging({ ask }: TestDesk) {
  const page = await (await ask('/schools/social-media/judge')).text()
  const rows = [...page.matchAll(/name="shown-(\d+)" value="([^"]+)"/g)].reduce<Record<string, string[]>>(
    (all, [, at = '', name = '']) => {
      all[at] = [...(all[at] ?? []), name]
      return all
    },
    {},
  )
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(page) ?? []
  const [, shown = ''] = /name="rows" value="([^"]+)"/.exec(page) ?? []
  return { page, rows, seen, shown }
}

/** Sends the form with what is said of one row; `without` is left out of it. */
async function say(world: TestDesk, at: string, said: Record<string, string>, without: readonly string[] = []) {
  const { rows, seen, shown } = await judging(world)
  const body = new URLSearchParams({ token: world.token, seen, rows: shown, ...said })
  for (const name of rows[at] ?? []) {
    body.append(`shown-${at}`, name)
    if (!without.includes(name)) body.append(`in-${at}`, name)
  }
  return world.ask('/schools/social-media/judge', {
    method: 'POST',
    body,
    headers: { origin: 'http://127.0.0.1:4711', 'sec-fetch-site': 'same-origin' },
  })
}

it('lists the subjects, and shows the comparison as compare does', async () => {
  const world = await desk(WORLD)
  expect(await (await world.ask('/schools')).text()).toContain('href="/schools/social-media"')
  const page = await (await world.ask('/schools/social-media')).text()
  expect(page).toContain('De Wilg')
  expect(page).toContain('href="/schools/social-media/judge"')
  expect((await world.ask('/schools/verzuim')).status).toBe(404)
  expect(world.faults).toEqual([])
})

it('writes what a person says of a row into the concordance, by which the next comparison goes', async () => {
  const world = await desk(WORLD)
  const { rows } = await judging(world)
  const [first = ''] = Object.keys(rows)
  const names = rows[first] ?? []
  const done = await say(world, first, { [`verdict-${first}`]: 'confirmed', [`name-${first}`]: "Foto's van leerlingen" })
  expect(done.headers.get('location')).toBe('/schools/social-media/judge?done=judged')
  expect(rowsIn(world)).toEqual([{ sentences: names, verdict: 'confirmed', name: "Foto's van leerlingen" }])
  const matrix = await (await world.ask('/schools/social-media')).text()
  expect(matrix).toContain('Foto&#x27;s van leerlingen'.replace('&#x27;', "'"))
  // It is judged: it stands among those that were, and can be taken back.
  const after = await judging(world)
  const [judged = ''] = Object.entries(after.rows).find(([, each]) => each.join() === names.join()) ?? []
  expect(after.page).toContain('Een foto van een leerling')
  await say(world, judged, { [`verdict-${judged}`]: 'open' })
  expect(rowsIn(world)).toEqual([{ sentences: names }])
})

it('joins a rule of one school with a row, and leaves out what does not belong', async () => {
  const world = await desk(WORLD)
  const { page, rows } = await judging(world)
  const [first = ''] = Object.keys(rows)
  const [, number = ''] = /value="(\d+) · [^"]*\(De Linde\)"/.exec(page) ?? []
  expect(number).not.toBe('')
  const [left = ''] = rows[first] ?? []
  await say(world, first, { [`verdict-${first}`]: 'confirmed', [`join-${first}`]: `${number} · De telefoon` }, [left])
  const [row] = rowsIn(world)
  expect(row?.sentences).not.toContain(left)
  expect(row?.sentences).toContain('linde/social-media#regel-3')
})

it('joins with no rule that the same number is of by now', async () => {
  const world = await desk(WORLD)
  const { page, rows, shown } = await judging(world)
  const [first = ''] = Object.keys(rows)
  const [, label = '', number = ''] = /value="((\d+) · [^"]*\(De Linde\))"/.exec(page) ?? []
  const added = policy('linde', ['Een gast meldt zich bij de balie.', 'Pesten op sociale media is verboden.'])
  world.files.write(ROOT, [{ path: `${ROOT}/policies/linde/social-media.md`, bytes: added }])
  const said = { rows: shown, [`verdict-${first}`]: 'confirmed', [`join-${first}`]: number, _typed: `join-${first}\nMet regel` }
  const again = await say(world, first, said)
  expect(again.status).toBe(409)
  expect(rowsIn(world)).toEqual([])
  // The number is not put back where it would be taken for another rule; nor is it lost.
  const told = await again.text()
  expect(told).not.toContain(label)
  expect(told).toMatch(new RegExp(`Met regel</label><textarea[^>]*>${number}</textarea>`))
})

it('refuses what says nothing, what has one sentence, and what was judged on another file', async () => {
  const world = await desk(WORLD)
  const { rows } = await judging(world)
  const [first = ''] = Object.keys(rows)
  expect((await say(world, first, {})).status).toBe(409)
  const alone = await say(world, first, { [`verdict-${first}`]: 'confirmed' }, (rows[first] ?? []).slice(1))
  expect(alone.status).toBe(409)
  const old = await world.send('/schools/social-media/judge', { seen: 'x', [`verdict-${first}`]: 'confirmed' })
  expect(old.status).toBe(409)
  expect(rowsIn(world)).toEqual([])
})

it('writes no sentence that no policy has', async () => {
  const world = await desk(WORLD)
  const { seen } = await judging(world)
  const body = new URLSearchParams({ token: world.token, seen, 'verdict-0': 'confirmed' })
  for (const name of ['linde/social-media#regel-1', 'linde/../../etc#x']) {
    body.append('shown-0', name)
    body.append('in-0', name)
  }
  await world.ask('/schools/social-media/judge', {
    method: 'POST',
    body,
    headers: { origin: 'http://127.0.0.1:4711', 'sec-fetch-site': 'same-origin' },
  })
  expect(rowsIn(world).flatMap(({ sentences }) => sentences)).not.toContain('linde/../../etc#x')
})

it('judges pairs of clauses, and joins a clause with another one', async () => {
  const world = await desk(WORLD)
  const at = '/schools/social-media/pairs'
  const shown = await (await world.ask(at)).text()
  const seenIn = (page: string) => /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const pairs = [...shown.matchAll(/name="pair-(\d+)" value="([^"]+)"/g)].map(([, index = '', names = '']) => ({ index, names }))
  const [linde, wilg] = ['linde/social-media#regel', 'wilg/social-media#regel']
  expect(pairs).toEqual([{ index: '0', names: `${linde}-1 ${wilg}-1` }])
  const pair = { 'pair-0': `${linde}-1 ${wilg}-1` }
  const entries = () => parseConcordance(new TextDecoder().decode(world.files.read(PATH)), 'concordance.yaml').entries
  expect((await world.send(at, { seen: seenIn(shown), ...pair })).status).toBe(409)
  const first = await world.send(at, { seen: seenIn(shown), ...pair, 'grade-0': 'same', 'note-0': 'Allebei toestemming.' })
  expect(first.headers.get('location')).toBe(`${at}?done=judged`)
  expect(entries()).toEqual([{ a: `${linde}-1`, b: `${wilg}-1`, grade: 'same', note: 'Allebei toestemming.' }])
  // It belongs with another clause after all.
  const judged = await (await world.ask(at)).text()
  expect(judged).toContain('1 pair was judged')
  await world.send(at, { seen: seenIn(judged), ...pair, 'with-0': `${wilg}-3 · Wie twijfelt, vraagt het de mentor.` })
  expect(entries()).toEqual([
    { a: `${linde}-1`, b: `${wilg}-1`, grade: 'none' },
    { a: `${linde}-1`, b: `${wilg}-3`, grade: 'variant' },
  ])
  const moved = await (await world.ask(at)).text()
  await world.send(at, { seen: seenIn(moved), 'pair-0': `${linde}-1 ${wilg}-3`, 'grade-0': 'open' })
  expect(entries()).toHaveLength(1)
  // What is no clause of these schools is not written.
  const nowhere = { 'pair-0': 'linde/social-media#geen elders/iets#een', 'grade-0': 'same' }
  expect((await world.send(at, { seen: seenIn(await (await world.ask(at)).text()), ...nowhere })).status).toBe(409)
})

it('shows what was said of a row or a pair at no other, where the numbers are others by now', async () => {
  const world = await desk(WORLD)
  const at = '/schools/social-media/pairs'
  const [linde, wilg] = ['linde/social-media#regel', 'wilg/social-media#regel']
  const said = { seen: 'earlier', 'grade-0': 'same', 'note-0': 'Dit hoort elders.' }
  const elsewhere = await (await world.send(at, { ...said, 'pair-0': `${linde}-2 ${wilg}-2` })).text()
  expect(elsewhere).toContain(`name="pair-0" value="${linde}-1 ${wilg}-1"`)
  expect(elsewhere).not.toMatch(/name="grade-0" value="same" checked|Dit hoort elders/)
  // At another number it is shown where it belongs.
  const moved = { seen: 'earlier', 'pair-4': `${linde}-1 ${wilg}-1`, 'grade-4': 'same', 'note-4': 'Dit hoort hier.' }
  const here = await (await world.send(at, moved)).text()
  expect(here).toMatch(/name="grade-0" value="same" checked/)
  expect(here).toContain('value="Dit hoort hier."')
  const verdict = { seen: 'earlier', 'verdict-0': 'confirmed', 'name-0': 'Kluis', 'shown-0': `${linde}-3` }
  const rows = await (await world.send('/schools/social-media/judge', verdict)).text()
  expect(rows).toContain('name="shown-0"')
  expect(rows).not.toMatch(/name="verdict-0" value="confirmed" checked|value="Kluis"/)
})
