import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { withLint } from '../../src/lint/index.js'

const SENTENCE = 'De kluis gaat om drie uur dicht en blijft dat tot de volgende morgen.'
const COVER = '<h1>Kluisreglement</h1><p>Versie 1.0. Vastgesteld door het bestuur op 1 mei 2024. Met ingang van 1 juni 2024.</p>'

async function rulesOf(body: string, cover = COVER): Promise<string[]> {
  const page = `<!doctype html><html lang="nl"><body>${cover}${body}</body></html>`
  const { value, messages } = await importDocument(new TextEncoder().encode(page), 'kluis.html')
  if (!value) throw new Error(JSON.stringify(messages))
  const { findings } = withLint(value as Imported, { bounds: {} } as never)
  return findings.map(({ rule, form }) => `${rule}${form === undefined ? '' : ` ${form}`}`)
}

const articles = (...labels: readonly string[]) =>
  labels
    .map((label) => `<h2>Artikel ${label} Sleutels ${label}</h2><p>${SENTENCE.replace('drie', `${label} over drie`)}</p>`)
    .join('')

describe('a document without anything to ask about', () => {
  it.each([
    [
      'members that say their article',
      '<h2>Artikel 1 Sleutels</h2><p>1.1 Een sleutel past op één kluis.</p><p>1.2 Een kluis heeft één sleutel.</p><h2>Artikel 2 Sloten</h2><p>2.1 Een slot is van de school.</p><p>2.2 Wie het breekt, betaalt het.</p>',
    ],
    [
      'terms that have letters where members have numbers',
      '<h2>Artikel 1 Begrippen</h2><p>In dit reglement wordt verstaan onder:</p><p>a. sleutel: wat een slot opent;</p><p>b. slot: wat een sleutel sluit.</p><h2>Artikel 2 Regels</h2><p>1. Een sleutel past op één slot.</p><p>2. Een slot heeft één sleutel.</p><h2>Artikel 3 Kosten</h2><p>1. Een sleutel kost vijf euro.</p><p>2. Een slot kost zeven euro.</p>',
    ],
    [
      'an annex behind numbered chapters',
      `<h2>1. Sleutels</h2><p>${SENTENCE}</p><h2>2. Sloten</h2><p>Een slot is van de school.</p><h2>Bijlage 1 Formulier</h2><p>Vraag het aan de balie van de school.</p>`,
    ],
    ['an article put in between', articles('2', '2a', '3')],
    [
      'an address between angle brackets',
      `<h2>1. Sleutels</h2><p>${SENTENCE} Zie &lt;www.kluizen.example&gt; en &lt;balie@kluizen.example&gt;.</p><h2>2. Sloten</h2><p>Een slot is van de school.</p>`,
    ],
    [
      'a label in a sentence',
      `<h2>1. Sleutels</h2><p>${SENTENCE} Zie ook punt 3.) van de huisregels.</p><h2>2. Sloten</h2><p>Een slot is van de school.</p>`,
    ],
    [
      'members whose articles each begin with the first',
      '<h2>Artikel 1 Sleutels</h2><p>1.1 Een sleutel past op één kluis.</p><h2>Artikel 2 Sloten</h2><p>2.1 Een slot is van de school.</p><p>2.2 Wie het breekt, betaalt het.</p>',
    ],
    [
      'styles that skip a level in the whole text',
      '<h2>Hoofdstuk 1 Sleutels</h2><h4>Artikel 1 Kluis</h4><p>Een sleutel past op één kluis.</p><h2>Hoofdstuk 2 Sloten</h2><h4>Artikel 2 Slot</h4><p>Een slot is van de school.</p>',
    ],
    [
      'contents that name the chapters and not their articles',
      '<p>Inhoud</p><p>I. Sleutels ........ 2</p><p>II. Sloten ........ 3</p><h2>I. Sleutels</h2><h2>Artikel 1. Kluis</h2><p>Een sleutel past op één kluis.</p><h2>II. Sloten</h2><h2>Artikel 2. Slot</h2><p>Een slot is van de school.</p>',
    ],
    [
      'a name with a star in it, and an article with its chapter',
      `<h2>1. Sleutels</h2><p>${SENTENCE} De code van NOC*NSF en artikel 4:23 van de Algemene wet bestuursrecht gelden.</p><h2>2. Sloten</h2><p>Een slot is van de school.</p>`,
    ],
    [
      'an annex of another text',
      `<h2>1. Sleutels</h2><p>${SENTENCE} Zie bijlage 2 van het schoolplan en artikel 5(1)(e) van de AVG.</p><h2>2. Sloten</h2><p>Een slot is van de school.</p>`,
    ],
  ])('has no finding: %s', async (_, body) => expect(await rulesOf(body)).toEqual([]))
})

describe('what is asked about', () => {
  const chapters = (...labels: readonly string[]) =>
    labels.map((label) => `<h2>${label} Sleutels ${label}</h2><p>${SENTENCE.replace('drie', `${label} over drie`)}</p>`).join('')
  it.each([
    ['an article that is numbered twice', articles('1', '2', '2', '3'), 'label/repeated label'],
    ['an article that is left out', articles('1', '2', '4'), 'label/skipped source'],
    [
      'a member that is left out',
      '<h2>Artikel 1 Sleutels</h2><p>1.1 Een sleutel past op één kluis.</p><p>1.3 Een kluis heeft één sleutel.</p>',
      'label/skipped printed',
    ],
    [
      'an annex that is not there',
      `${chapters('1.', '2.')}<p>Vul het formulier van bijlage 3 in.</p>`,
      'reference/printed nowhere',
    ],
    ['a blank', `${chapters('1.', '2.')}<p>De balie van &lt;naam van de school&gt; is open.</p>`, 'placeholder/unfilled blank'],
  ])('%s', async (_, body, expected) => expect(await rulesOf(body)).toContain(expected))
})
