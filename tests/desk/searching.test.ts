import { expect, test } from 'vitest'
import { desk, linde } from './support.js'

const rules = Array.from({ length: 50 }, (_, at) => `${at + 1}. Photos of class ${at + 1} are kept. {#photo-${at + 1}}`)
const many = linde(
  `---\ntitle: Media\norganisation: linde\nlang: en\n---\n\n# Photos {#photos}\n\n${rules.join('\n')}\n51. Nobody films in a dressing room. {#room}\n`,
)
const numbersOf = (page: string) => [...page.matchAll(/ id="answer-(\d+)"/g)].map(([, number]) => Number(number))

test('the search says where the answers end that say what was asked', async () => {
  const { ask } = await desk(many)
  const page = await (await ask('/search?q=film+in+a+dressing+room')).text()
  expect(page).toContain('<h2>Says what you ask</h2><ol class="answers" start="1">')
  const unsure = await (await ask('/search?q=photos+of+the+swimming+pool+in+the+garden')).text()
  expect(unsure).toContain('No clause says all that you ask')
  expect(unsure).not.toContain('Says what you ask')
})

test('the search says how many are not shown, and leads to them', async () => {
  const { ask } = await desk(many)
  const first = await (await ask('/search?q=photos')).text()
  expect(first).toContain('51 clauses found; the best 40 are below')
  expect(numbersOf(first)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  const [, next = ''] = /href="(\/search\?[^"]*#answer-41)"/.exec(first.replaceAll('&#x26;', '&')) ?? []
  const all = await (await ask(next)).text()
  expect(numbersOf(all)).toHaveLength(51)
  expect(all).toContain('51 clauses found<')
  expect(all).not.toContain('Show more')
  expect(numbersOf(await (await ask('/search?q=photos&shown=-3')).text())).toHaveLength(40)
})
