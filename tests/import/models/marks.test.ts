import { describe, expect, it } from 'vitest'
import { importDocument } from '../../../src/import/index.js'

const RULES = '<h2>Regels</h2><p>De school sluit om vijf uur.</p>'
const page = (body: string) =>
  `<!doctype html><html lang="nl"><head><title>Model</title></head><body><h1>Model</h1>${RULES}${body}</body></html>`

/** What of a model that holds one thing to fill in or to choose is told as guessed, as what. */
async function guessed(body: string): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(page(body))
  const { value } = await importDocument(bytes, 'model.html', { asTemplate: true, organisation: 'bond', version: '1.0.0' })
  return (value?.receipt.guesses ?? []).map(({ kind, stood }) => `${kind}: ${stood}`)
}

describe('what the receipt of a model tells of each mark', () => {
  it.each([
    ['a name in square brackets', '<p>Bij [naam school] is iedereen welkom.</p>', ['parameter: [naam school]']],
    ['a name in angle brackets', '<p>Bij &lt;naam&gt; is iedereen welkom.</p>', ['parameter: <naam>']],
    ['dots', '<p>De school antwoordt binnen … dagen.</p>', ['parameter: …']],
    ['yellow words', '<p>De poort is open tot <mark>18.00 uur</mark> op de dag zelf.</p>', ['parameter: 18.00 uur']],
  ] as const)('%s: a parameter', async (_, body, expected) => {
    expect(await guessed(body)).toEqual(expected)
  })

  it.each([
    ['(facultatief)', '<p>(facultatief) Een ouder mag mee.</p>'],
    ['(keuzebepaling)', '<p>(keuzebepaling) Een ouder mag mee.</p>'],
  ])('%s: an optional provision', async (_, body) => {
    const [only, ...others] = await guessed(body)
    expect([only?.split(':')[0], others]).toEqual(['optional', []])
  })

  it.each([
    ['variant A and variant B', '<p>Variant A: De poort is van ijzer.</p><p>Variant B: De poort is van hout.</p>'],
    ['OF', '<p>De poort is van ijzer.</p><p>OF</p><p>De poort is van hout.</p>'],
  ])('%s: variants of one provision', async (_, body) => {
    const kinds = (await guessed(body)).map((each) => each.split(':')[0])
    expect(kinds.length).toBeGreaterThan(0)
    expect(new Set(kinds)).toEqual(new Set(['variant']))
  })

  it.each([
    ['a box', '<aside><p>Toelichting: bespreek dit met de ouderraad.</p></aside>'],
    ['italics', '<p><em>Toelichting: bespreek dit met de ouderraad.</em></p>'],
  ])('%s: guidance', async (_, body) => {
    const kinds = (await guessed(body)).map((each) => each.split(':')[0])
    expect(new Set(kinds)).toEqual(new Set(['guidance']))
  })

  it('nothing of a text without any', async () => {
    expect(await guessed('')).toEqual([])
  })
})
