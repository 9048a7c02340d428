import { expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'

/** What a page is read as: its title, its clauses, and what stands around them. */
async function read(body: string) {
  const page = `<!doctype html><html lang="nl"><head><title>Bruiklenen</title></head><body>${body}</body></html>`
  const { value } = await importDocument(new TextEncoder().encode(page), 'pagina.html')
  if (!value) throw new Error('not read')
  const { fragments } = value.receipt
  return {
    title: value.policy.metadata.title,
    clauses: fragments.filter(({ clause }) => clause !== undefined).map(({ text }) => text),
    around: fragments.filter(({ reason }) => reason === 'outside the policy on its page').map(({ text }) => text),
  }
}

const RULES = Array.from(
  { length: 14 },
  (_, i) => `<p>${i + 1}. Een stuk dat voor de ${i + 1}e keer wordt geleend, wordt eerst bekeken.</p>`,
)
const MENU = ['Bezoek', 'Agenda', 'Collectie', 'Winkel'].map((word) => `<li><a href="/${word}">${word}</a></li>`).join('')

it('a table that sets a page, with a banner and a foot, is no table of the text', async () => {
  const { title, clauses, around } = await read(
    `<table><tr><td colspan="2">Museum De Linde</td></tr><tr><td><ul>${MENU}</ul></td><td><h1>Bruikleenreglement</h1><h2>Aanvraag</h2>${RULES.join('')}</td></tr><tr><td colspan="2">Museum De Linde | Colofon</td></tr></table>`,
  )
  expect(title).toBe('Bruikleenreglement')
  expect(clauses).toEqual(['Aanvraag', ...RULES.map((rule) => rule.replace(/<[^>]*>/g, ''))])
  expect(around).toEqual(expect.arrayContaining(['Museum De Linde', '• Bezoek', 'Museum De Linde | Colofon']))
})

it('a table of which one cell holds as many lines stays one', async () => {
  const { clauses } = await read(
    `<h1>Bruikleenreglement</h1><p>Wat wordt geleend, staat hieronder met de regels die daarvoor gelden.</p><table><tr><td>Stuk</td><td>Regels</td></tr><tr><td>Weefgetouw</td><td>${RULES.join('')}</td></tr></table>`,
  )
  expect(clauses).toHaveLength(2)
})

it('rows that begin with "Lid 1" are provisions, and those of a table of other words are not', async () => {
  const rows = (word: string) =>
    ['Aanmelden gebeurt met het formulier op de website.', 'Opzeggen kan tot het einde van het jaar.']
      .map((said, i) => `<tr><td>${word} ${i + 1}</td><td>${said}</td></tr>`)
      .join('')
  const page = (word: string) => `<h1>Huishoudelijk reglement</h1><h2>Artikel 1 Lidmaatschap</h2><table>${rows(word)}</table>`
  expect((await read(page('Lid'))).clauses.filter((text) => /^Lid \d/.test(text))).toHaveLength(2)
  expect((await read(page('Baan'))).clauses.filter((text) => /\nBaan 2/.test(text))).toHaveLength(1)
})
