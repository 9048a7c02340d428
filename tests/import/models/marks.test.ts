import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../../src/import/index.js'
import { plainText } from '../../../src/model/index.js'
import { resolve } from '../../../src/resolve/index.js'

const RULES = '<h2>Regels</h2><p>De school sluit om vijf uur.</p>'
const page = (body: string) =>
  `<!doctype html><html lang="nl"><head><title>Model</title></head><body><h1>Model</h1>${RULES}${body}</body></html>`

/** What of a model that holds one thing to fill in or to choose is told as guessed, as what. */
async function guessed(body: string): Promise<readonly string[]> {
  return ((await made(body)).receipt.guesses ?? []).map(({ kind, stood }) => `${kind}: ${stood}`)
}

async function made(body: string): Promise<Imported> {
  const bytes = new TextEncoder().encode(page(body))
  const { value } = await importDocument(bytes, 'model.html', { asTemplate: true, organisation: 'bond', version: '1.0.0' })
  return value ?? expect.fail('not imported')
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

  it('wordings that the model counted on: they have one number, and the receipt says so of what stands behind them', async () => {
    const list =
      '<ol><li>Variant A: De poort is van ijzer.</li><li>Variant B: De poort is van hout.</li><li>Ze is groen.</li></ol>'
    const { policy, receipt } = await made(list)
    const printed = resolve(policy).value.clauses.map(({ label, node }) => `${label} ${plainText(node)}`)
    expect(printed.slice(-3)).toEqual(['1 De poort is van ijzer.', '1 De poort is van hout.', '2 Ze is groen.'])
    const differs = receipt.findings.filter(({ rule }) => rule === 'import/differs')
    expect(differs.map(({ values }) => Object.values(values ?? {}))).toEqual([
      ['1 Variant B: De poort is van', '2 Variant B: De poort is van'],
      ['2 Ze is groen.', '3 Ze is groen.'],
    ])
  })

  it.each([
    ['18.00 uur', 'text'],
    ['3 uur', 'period'],
    ['twee weken', 'period'],
  ])('yellow words that are a time of the day or a period: %s is %s', async (words, type) => {
    const { policy } = await made(`<p>De poort blijft open: <mark>${words}</mark> of langer.</p>`)
    expect(Object.values(policy.metadata.parameters ?? {})).toMatchObject([{ type, default: words }])
  })

  it('nothing of a text without any', async () => {
    expect(await guessed('')).toEqual([])
  })
})
