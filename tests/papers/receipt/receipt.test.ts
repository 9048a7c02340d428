import { describe, expect, it } from 'vitest'
import { ARTEFACTS, type Finding, importDocument, type Receipt } from '../../../src/import/index.js'
import { LINT_RULES } from '../../../src/lint/rules/index.js'
import { LANGUAGES, RULES } from '../../../src/model/index.js'
import { presentReceipt, receiptLabels } from '../../../src/papers/receipt/index.js'
import { resolveBrand } from '../../../src/present/index.js'
import { renderHtml } from '../../../src/render/html/index.js'
import { renderText } from '../../../src/render/text/index.js'
import { resolve } from '../../../src/resolve/index.js'
import { loadLayout, loadWording } from '../../../src/workspace/index.js'

const SOURCE = `Telefoonregels

Versie: 2.0

Inhoud
1. In de les....3

1. In de les

a. De telefoon zit in de kluis.
b. Wie <script> schrijft & lacht, gaat eruit.
`

async function receiptOf(change: (receipt: Receipt) => Receipt = (receipt) => receipt) {
  const { value } = await importDocument(new TextEncoder().encode(SOURCE), 'regels.txt')
  if (!value) throw new Error('The source was not read')
  const wording = loadWording(undefined, 'nl')
  const setting = {
    resolved: resolve(value.policy).value,
    name: 'linde/telefoonregels',
    organisation: 'De Linde',
    lang: 'nl' as const,
    brand: resolveBrand(undefined, new Map()).value,
    wording,
  }
  const receipt = change(value.receipt)
  const document = presentReceipt(receipt, setting)
  const page = renderHtml(document, { layout: loadLayout(undefined), wording, labels: receiptLabels(setting) }).value
  return { receipt, page, text: renderText(document, { paint: (_style, words) => words, width: 200 }) }
}

describe('the receipt', () => {
  it('has a row for every part of the source, with its fate to filter by', async () => {
    const { receipt, page } = await receiptOf()
    expect(receipt.fragments.length).toBeGreaterThan(5)
    for (const i of receipt.fragments.keys()) expect(page).toContain(`id="fragment-${i + 1}"`)
    const fates = [...page.matchAll(/data-facets="([^"]*)"/g)].map(
      ([, facets]) => JSON.parse((facets ?? '').replaceAll(/&#x22;|&quot;/g, '"')).fate,
    )
    expect(fates.filter(Boolean)).toEqual(receipt.fragments.map(({ fate }) => fate))
    expect(page).toContain('<select data-facet="fate">')
    expect(page).toContain('niet overgenomen')
  })

  it('shows words of the source as words', async () => {
    const { page } = await receiptOf()
    expect(page).not.toContain('<script> schrijft')
    expect(page).toMatch(/&#x3C;script> schrijft &#x26; lacht/)
  })

  it('says first whether every word is accounted for, and what to ask about', async () => {
    const whole = await receiptOf()
    expect(whole.text).toContain(`Alle onderdelen van de bron (${whole.receipt.fragments.length}) zijn verantwoord`)
    expect(whole.text.indexOf('Bevindingen')).toBeLessThan(whole.text.indexOf('Bron en resultaat naast elkaar'))
    const lost = await receiptOf((receipt) => ({ ...receipt, unaccounted: receipt.fragments.slice(-1) }))
    expect(lost.text).toContain('zijn er 1 niet verantwoord')
    expect(lost.text).not.toContain('zijn verantwoord: geen woord')
  })

  it.each(['drawn', 'formula', 'hidden'] as const)('calls words accounted for that it tells of: %s', async (form) => {
    const finding: Finding = { rule: 'import/words', form, values: { count: 1, words: 'x / 2' }, line: 1 }
    const { text } = await receiptOf((receipt) => ({ ...receipt, findings: [finding] }))
    // What was left out is accounted for, and is not in the policy.
    if (form === 'formula') expect(text).toContain('zijn verantwoord: geen woord')
    else expect(text).toMatch(/is gezegd wat ermee is gebeurd; niet alle woorden zijn overgenomen/)
    expect(text).not.toContain('niet alle verantwoord')
    // A formula is written on one line.
    expect(text).not.toContain('Aan de woorden is niets veranderd')
    expect(text).toContain('Fouten in de bron zijn niet verbeterd.')
  })

  it.each<Finding>([
    { rule: 'import/words', form: 'lost', values: { count: 1, words: 'gang' }, line: 1 },
    { rule: 'import/words', form: 'added', values: { count: 1, words: 'gang' }, line: 1 },
    { rule: 'import/words', form: 'scanned', values: { count: 1, page: 2 }, line: 1 },
    { rule: 'import/words', form: 'unread', values: { part: 'x.xml' }, line: 1 },
  ])('calls no word accounted for that it cannot account for: $form', async (finding) => {
    const { text } = await receiptOf((receipt) => ({ ...receipt, findings: [finding] }))
    expect(text).toContain('niet alle verantwoord')
    expect(text).not.toContain('geen woord is verloren')
  })

  it('asks and gives reasons in the language of the reader, a question once for findings in a row', async () => {
    const lost = (line: number, number: string): Finding => ({
      rule: 'reference/printed',
      form: 'nowhere',
      values: { unit: 'artikel', number },
      line,
    })
    const { page, text } = await receiptOf((receipt) => ({
      ...receipt,
      findings: [{ rule: 'import/missing', form: 'date', line: 1 }, lost(9, '8'), lost(10, '9')],
    }))
    expect(text).toContain('Weet u het, vul het dan aan')
    expect(text.match(/Klopt het nummer nog\?/g)).toHaveLength(1)
    expect(text).toContain('De verwijzing naar “artikel 8” leidt nergens heen')
    expect(text).not.toContain('leads nowhere')
    expect(page).toContain('inhoudsopgave: wordt opnieuw gemaakt')
    expect(page).not.toContain('it is computed')
  })

  it('leads from a finding to the part it is about', async () => {
    const { page, receipt } = await receiptOf((given) => ({
      ...given,
      findings: [{ rule: 'word/typo', form: 'word', values: { word: 'shcool', expected: 'school' }, line: 11 }],
    }))
    const row = receipt.fragments.findIndex(({ line }) => line === 11)
    expect(page).toContain(`href="#fragment-${row + 1}"`)
  })

  it.each(LANGUAGES)('has words in %s for every reason why a part is left out', (lang) => {
    const wording = loadWording(undefined, lang)
    for (const artefact of ARTEFACTS) expect(wording(`receipt.dropped.${artefact}`)).not.toBe('')
  })

  it.each(LANGUAGES)('has words in %s for whatever a finding is about', (lang) => {
    const wording = loadWording(undefined, lang)
    const made = Object.keys(RULES).filter(
      (rule) => rule in LINT_RULES || /^(?:import|contents|label|reference|parameter|markdown)\//.test(rule),
    )
    expect(made.length).toBeGreaterThan(30)
    for (const rule of made) expect(wording(`receipt.about.${rule.replace(/\/.*/, '')}`)).not.toBe('')
    for (const rule of made.filter((made) => !made.startsWith('import/'))) {
      expect(wording(`receipt.ask.${rule.replace(/\/.*/, '')}`)).not.toBe('')
    }
  })
})
