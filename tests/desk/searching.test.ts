import { expect, test } from 'vitest'
import { desk, linde } from './support.js'

const rules = Array.from({ length: 50 }, (_, at) =>
  [
    `# Class ${at + 1} {#class-${at + 1}}`,
    ...['kept', 'shown', 'printed', 'sent'].map(
      (word, n) => `${n + 1}. Photos of class ${at + 1} are ${word}. {#${word}-${at + 1}}`,
    ),
  ].join('\n\n'),
)
const many = linde(
  `---\ntitle: Media\norganisation: linde\nlang: en\n---\n\n${rules.join('\n\n')}\n\n# Rooms {#rooms}\n\n1. Nobody films in a dressing room. {#room}\n`,
)
const numbersOf = (page: string) => [...page.matchAll(/ id="answer-(\d+)"/g)].map(([, number]) => Number(number))

test('the search says where the answers end that say what was asked', async () => {
  const { ask } = await desk(many)
  const page = await (await ask('/search?q=film+in+a+dressing+room')).text()
  expect(page).toContain('<h2>Closest to your question</h2><ol class="answers" start="1">')
  const unsure = await (await ask('/search?q=photos+of+the+swimming+pool+in+the+garden')).text()
  expect(unsure).toContain('No clause matches all of your question')
  expect(unsure).not.toContain('Closest to your question')
})

test('the search says that a clause has other words than those that were asked', async () => {
  const { ask } = await desk(many)
  const page = await (await ask('/search?q=pictures')).text()
  expect(page).toContain('<h2>Closest to your question, in other words than yours</h2>')
})

test('an answer of the search says what text it is of: nothing of a working text is in force', async () => {
  const texts = [
    ['draft', '', 'draft'],
    ['proposed', '', 'proposal'],
    ['adopted', '', 'says it was adopted; what was decided on is not on record'],
    ['withdrawn', 'withdrawn: 2026-01-01\n', 'withdrawn'],
  ] as const
  for (const [status, more, said] of texts) {
    const text = `---\ntitle: Boats\norganisation: linde\nversion: 1.0.0\nstatus: ${status}\nlang: en\n${more}---\n\n# Rules {#rules}\n\n1. A member reserves a boat two days before. {#reserve}\n`
    const { ask } = await desk(linde(text))
    expect(await (await ask('/search?q=reserve')).text()).toContain(`– Basisschool De Linde, Rules, ${said}<`)
  }
})

test('an answer of the search is a section: its best clause, two beside it, and folded what it has more', async () => {
  const { ask } = await desk(many)
  const page = await (await ask('/search?q=photos+of+class+7')).text()
  const [first = ''] = page.split(' id="answer-2"')
  expect(first).toContain('– Basisschool De Linde, Class 7, draft<')
  expect(first.match(/href="\/policies\/[^"]*#(?:kept|shown|printed|sent)-7"/g)).toHaveLength(4)
  expect(first).toContain('<details><summary>And 1 more in this section</summary><ul>')
})

test('the search says how many are not shown, and leads to them', async () => {
  const { ask } = await desk(many)
  const first = await (await ask('/search?q=photos')).text()
  expect(first).toContain('201 clauses found; the best 160 are below')
  expect(numbersOf(first)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  const [, next = ''] = /href="(\/search\?[^"]*#answer-41)"/.exec(first.replaceAll('&#x26;', '&')) ?? []
  const all = await (await ask(next)).text()
  expect(numbersOf(all)).toHaveLength(51)
  expect(all).toContain('201 clauses found<')
  expect(all).not.toContain('Show more')
  expect(numbersOf(await (await ask('/search?q=photos&shown=-3')).text())).toHaveLength(40)
})
