import { describe, expect, it } from 'vitest'
import { presentRedline, type RedlineMode } from '../../../src/papers/index.js'
import { type DocBlock, eachBlock } from '../../../src/present/index.js'
import { renderText } from '../../../src/render/text/index.js'
import { summarise } from '../../../src/versions/index.js'
import { numbered, versions } from '../../support/versions.js'

/** The body of a redline as lines: {+in+}, [-out-]. */
function redline(old: string, next: string, mode: RedlineMode = 'marked'): string[] {
  const { comparison, setting } = versions(numbered(old), numbered(next))
  const document = presentRedline(comparison, setting, mode)
  const children = document.children.filter((block) => block.type === 'division' && block.role === 'body')
  return renderText({ ...document, children }, { paint: (_style, text) => text, width: 200 })
    .split('\n')
    .filter((line) => line !== '')
}

function body(old: string, next: string, mode: RedlineMode = 'marked'): readonly DocBlock[] {
  const { comparison, setting } = versions(numbered(old), numbered(next))
  const division = presentRedline(comparison, setting, mode).children.find(
    (block) => block.type === 'division' && block.role === 'body',
  )
  return division?.type === 'division' ? division.children : []
}

describe('a redline', () => {
  it('marks words inside the sentence they stand in', () => {
    expect(redline('Ouders mogen de foto zien. {#a}', 'Ouders mogen de foto niet zien. {#a}')).toEqual([
      'Ouders mogen de foto {+niet +}zien.',
    ])
  })

  it('keeps the markup of both sides around the words it belongs to', () => {
    const [block] = body('De **school** vraagt het _vooraf_. {#a}', 'De **directie** vraagt het _vooraf_. {#a}')
    expect(block).toMatchObject({
      change: 'edited',
      content: [
        { type: 'text', value: 'De ' },
        { type: 'deletion', children: [{ type: 'strong', children: [{ type: 'text', value: 'school' }] }] },
        { type: 'insertion', children: [{ type: 'strong', children: [{ type: 'text', value: 'directie' }] }] },
        { type: 'text', value: ' vraagt het ' },
        { type: 'emphasis' },
        { type: 'text', value: '.' },
      ],
    })
  })

  it('has the address that a link without words prints', () => {
    expect(redline('Zie [](https://example.org/a) vooraf. {#a}', 'Zie [](https://example.org/b) vooraf. {#a}')).toEqual([
      'Zie [-https://example.org/a-]{+https://example.org/b+} vooraf.',
    ])
  })

  it('divides a stretch of bold words where the change begins', () => {
    const [block] = body('Lees **altijd eerst de regels** door. {#a}', 'Lees **altijd vooraf de regels** door. {#a}')
    const bold = (value: string) => ({ type: 'strong', children: [{ type: 'text', value }] })
    expect(block).toMatchObject({
      content: [
        { type: 'text', value: 'Lees ' },
        bold('altijd '),
        { type: 'deletion', children: [bold('eerst')] },
        { type: 'insertion', children: [bold('vooraf')] },
        bold(' de regels'),
        { type: 'text', value: ' door.' },
      ],
    })
  })

  it.each(['marked', 'complete'] as const)('keeps every word of a line that a block of code took over part of: %s', (mode) => {
    const old = 'De beheerder sluit een account na vijf pogingen, mits de maatregel in het systeem past en het niet verzwakt.'
    const next =
      'De beheerder sluit een account na vijf pogingen, mits de maatregel:\n\n    in het systeem past,\n\n    het niet verzwakt.'
    for (const lines of [redline(old, next, mode), redline(next, old, mode)]) {
      const words = lines.join(' ')
      expect(words).toContain('De beheerder sluit een account na vijf pogingen')
      expect(words).toMatch(/past en het niet verzwakt/)
      expect(words).toMatch(/in het systeem past,\s+het niet verzwakt/)
    }
  })

  it('shows what is gone where it stood', () => {
    expect(
      redline('1. Een. {#een}\n1. Twee dagen. {#twee}\n1. Drie weken. {#drie}', '1. Een. {#een}\n1. Drie weken. {#drie}'),
    ).toEqual(['a. Een.', 'b. [-Twee dagen.-]', 'b. Drie weken. [was c]'])
  })

  it('shows a move once, with a pointer at the old place', () => {
    const [a, b, c, d] = [
      '1. De mentor belt. {#a}',
      '1. Ouders tekenen altijd. {#b}',
      '1. Gasten wachten buiten. {#c}',
      '1. Lessen gaan door. {#d}',
    ]
    expect(redline([a, b, c, d].join('\n'), [a, c, d, b].join('\n'))).toEqual([
      'a. De mentor belt.',
      'b. verplaatst naar d',
      'b. Gasten wachten buiten. [was c]',
      'c. Lessen gaan door. [was d]',
      'd. Ouders tekenen altijd. [verplaatst, was b]',
    ])
  })

  it('marks neither renumbering nor typography', () => {
    const lines = redline(
      '# Oud {#oud}\n\nHij zegt "ja". {#ja}',
      '# Nieuw vooraf {#nieuw}\n\n# Oud {#oud}\n\nHij zegt “ja”. {#ja}',
    )
    expect(lines).toEqual(['1 {+Nieuw vooraf+}', '2 Oud [was 1]', 'Hij zegt “ja”.'])
  })

  it('lets the number of a reference follow its target without marking it', () => {
    const rule = '1. Zie [](#doel). {#zie}'
    const goal = '1. Ouders tekenen vooraf. {#doel}'
    expect(redline(`${rule}\n${goal}`, `1. Geheel andere regel over lokalen. {#nieuw}\n${rule}\n${goal}`)).toEqual([
      'a. {+Geheel andere regel over lokalen.+}',
      'b. Zie c. [was a]',
      'c. Ouders tekenen vooraf. [was b]',
    ])
  })

  it('names where a clause was split off', () => {
    const [first, second] = ['De mentor wist de foto na een jaar.', 'Hij meldt dat aan de ouders van het kind.']
    expect(redline(`1. ${first} ${second} {#wis}`, `1. ${first} {#wis}\n1. ${second} {#meld}`)).toEqual([
      `a. ${first}`,
      `b. ${second} [afgesplitst van a]`,
    ])
  })

  it('follows a footnote into its text', () => {
    const note = (word: string) => `De pers belt de directie.[^pers] {#pers}\n\n[^pers]: Die ${word} dan snel.`
    expect(redline(note('belde'), note('antwoordt'))).toEqual([
      'De pers belt de directie.[1: Die [-belde-]{+antwoordt+} dan snel.]',
    ])
  })

  it('marks a footnote that came without a change of words', () => {
    const [block] = body('De pers belt. {#pers}', 'De pers belt.[^n] {#pers}\n\n[^n]: Of mailt.')
    expect(block).toMatchObject({
      content: [
        { type: 'text', value: 'De pers belt.' },
        { type: 'insertion', children: [{ type: 'footnote' }] },
      ],
    })
  })

  it('keeps nested lists nested around what came and went', () => {
    const old = '1. Verboden is: {#verboden}\n   1. roken; {#roken}\n   1. drinken. {#drinken}\n1. De rest mag. {#rest}'
    const next = '1. Verboden is: {#verboden}\n   1. roken; {#roken}\n1. De rest mag. {#rest}'
    expect(redline(old, next)).toEqual(['a. Verboden is:', '   1. roken;', '   2. [-drinken.-]', 'b. De rest mag.'])
  })

  it('marks rows and cells of a table', () => {
    const table = (...rows: string[]) => `| Jaar | Bijdrage |\n| --- | --- |\n${rows.join('\n')}\n{#t}`
    const [block] = body(
      table('| 2025 | de musical |', '| 2026 | een schoolreis naar zee |'),
      table('| 2026 | een dagje naar zee |', '| 2027 | het kamp |'),
    )
    expect(block?.type === 'table' && block.body.map(({ change }) => change)).toEqual(['deleted', undefined, 'inserted'])
    expect(block).toMatchObject({
      body: [
        {},
        {
          cells: [
            {},
            { children: [{ content: [{ value: 'een ' }, { type: 'deletion' }, { type: 'insertion' }, { value: ' naar zee' }] }] },
          ],
        },
        {},
      ],
    })
  })

  it('tells the page how much a change matters', () => {
    const blocks = body('Ouders mogen bellen. {#a}\n\nBlijf kalm. {#b}', 'Ouders mogen niet bellen. {#a}\n\nBlijf kalm. {#b}')
    expect(blocks.map(({ facets }) => facets)).toEqual([{ significance: 'substantive' }, { significance: 'none' }])
  })

  it('is the new text and nothing else when clean', () => {
    expect(redline('Ouders mogen bellen. {#a}\n\nWeg hiermee. {#b}', 'Ouders mogen niet bellen. {#a}', 'clean')).toEqual([
      'Ouders mogen niet bellen.',
    ])
  })

  it('links to nothing that is not there', () => {
    const lines = JSON.stringify(body('1. Zie [](#weg). {#zie}\n1. Dit gaat weg. {#weg}', '1. Zie niets. {#zie}'))
    expect(lines).toContain('"target":"weg"')
    const { comparison, setting } = versions(numbered('Zie [](#elders). {#zie}'), numbered('Zie niets. {#zie}'))
    expect(JSON.stringify(presentRedline(comparison, setting))).not.toContain('"target":"elders"')
  })
})

describe('before a redline', () => {
  it('the summary counts what the bar counts', () => {
    const text = (rule: string, list: string, walk: string) =>
      numbered(`# Regels {#r}\n\nLeerlingen ${rule} bellen. {#a}\n\n${list} {#b}\n\nDe mentor ${walk}. {#c}\n\nBlijf kalm. {#d}`)
    const { comparison, setting } = versions(
      text('mogen', 'De hal is dicht.', 'kijkt om'),
      text('mogen niet', 'De Hal is dicht.', 'ziet toe'),
    )
    const document = presentRedline(comparison, setting)
    const counts: Record<string, number> = {}
    const body = document.children.find((block) => block.type === 'division' && block.role === 'body')
    eachBlock(body?.type === 'division' ? body.children : [], (block) => {
      const level = 'facets' in block ? block.facets?.significance : undefined
      if (typeof level === 'string') counts[level] = (counts[level] ?? 0) + 1
    })
    const { significance } = summarise(comparison)
    for (const level of ['substantive', 'to-read', 'editorial', 'typographical'] as const)
      expect([level, counts[level] ?? 0]).toEqual([level, significance[level]])
    expect(significance).toMatchObject({ substantive: 1, 'to-read': 1, typographical: 1 })
  })

  it('who decided and effective dates stand on the redline', () => {
    const hash = versions(numbered('Blijf kalm. {#a}'), numbered('Blijf heel kalm. {#a}')).comparison.next.hash
    const decided = `effective: 2026-08-01\napprovals: [{ date: 2026-03-05, body: GMR, right: consent, decision: given, name: Eik, text: "${hash}" }]\n`
    const { comparison, setting } = versions(numbered('Blijf kalm. {#a}'), numbered('Blijf heel kalm. {#a}', decided))
    const paper = renderText(presentRedline(comparison, setting), { paint: (_style, text) => text, width: 200 })
    expect(paper).toContain('GMR')
    expect(paper).toContain('5 maart 2026')
    expect(paper).toContain('1 augustus 2026')
  })

  /** How often a table with a change to be read is shown in the whole paper, and in what words the part before it speaks. */
  const shown = (rows: number): readonly [tables: number, brief: boolean] => {
    const table = (rule: string) =>
      `| Wie | Wat |\n| - | - |\n| ouder | ${rule} |\n${'| leerling | leest |\n'.repeat(rows)}{#a}\n`
    const { comparison, setting } = versions(numbered(table('kijkt om')), numbered(table('ziet toe')))
    expect(comparison.entries.map(({ significance }) => significance)).toEqual(['to-read'])
    const said = JSON.stringify(presentRedline(comparison, setting))
    return [said.split('"type":"table"').length - 1, said.includes('Hier staat waar zij is')]
  }

  it('a table to be read stands in full', () => expect(shown(3)).toEqual([2, false]))
  it('one of more than fifteen pages is named there, and stands in full below alone', () =>
    expect(shown(1800)).toEqual([1, true]))
})
