import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { hashPolicy } from '../../src/decide/index.js'
import { plainText } from '../../src/model/index.js'
import { type DocBlock, type DocInline, type Document, presentPolicy, resolveBrand } from '../../src/present/index.js'
import { readPolicy } from '../../src/read/index.js'
import { type Resolved, resolve } from '../../src/resolve/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { resolved } from '../support/policy.js'

const brand = resolveBrand(undefined, new Map(), { line: 1, column: 1 }).value
const present = (policy: Resolved, lang: 'nl' | 'en' = 'nl') =>
  presentPolicy(policy, { organisation: { name: 'De Linde' }, brand, wording: loadWording(undefined, lang), attachments: [] })

const inlineText = (inlines: readonly DocInline[]): string =>
  inlines
    .map((inline) =>
      'value' in inline ? inline.value : 'children' in inline && inline.type !== 'footnote' ? inlineText(inline.children) : '',
    )
    .join('')

/** Every block's own words in reading order, footnotes after the block that marks them. */
function words(blocks: readonly DocBlock[]): string[] {
  const notes = (inlines: readonly DocInline[]): string[] =>
    inlines.flatMap((inline) =>
      inline.type === 'footnote' ? words(inline.children) : 'children' in inline ? notes(inline.children) : [],
    )
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [inlineText(block.content), ...notes(block.content)]
      case 'list':
        return block.items.flatMap((item) => words(item.children))
      case 'table':
        return [...block.head, ...block.body].flatMap((row) => row.cells.flatMap((cell) => words(cell.children)))
      case 'quote':
      case 'division':
        return words(block.children)
      case 'verbatim':
        return [block.value]
      default:
        return []
    }
  })
}

const part = (document: Document, role: string): readonly DocBlock[] =>
  document.children.flatMap((block) => (block.type === 'division' && block.role === role ? block.children : []))

const tableOf = (blocks: readonly DocBlock[]) => blocks.find((block) => block.type === 'table') ?? expect.fail('no table')

describe('a policy as a document', () => {
  const policies = fileURLToPath(new URL('../../policies', import.meta.url))
  const files = readdirSync(policies, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.md') && file !== 'README.md',
  )

  it.each(files)('holds every word of %s once and in order', (file) => {
    const policy = resolve(readPolicy(readFileSync(join(policies, file)), file).value).value
    const tokens = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(Boolean)
    expect(tokens(words(part(present(policy), 'body')))).toEqual(tokens(policy.clauses.map(({ node }) => plainText(node))))
    expect(files.length).toBeGreaterThanOrEqual(7)
  })

  it('prints no head of a table where it has no words, but where it is all there is', () => {
    const of = (...rows: readonly string[]) =>
      tableOf(part(present(resolved(`${[rows[0], '| --- | --- |', ...rows.slice(1)].join('\n')}\n{#t}\n`)), 'body'))
    expect(of('| | |', '| de balie | acht uur |')).toMatchObject({ head: [], body: [{}] })
    expect(of('| | uur |', '| de balie | acht uur |')).toMatchObject({ head: [{}], body: [{}] })
    expect(of('| | |')).toMatchObject({ head: [{}], body: [] })
  })

  it('prints numbers, hanging labels and references', () => {
    const document = present(
      resolved(
        '# Een {#een}\n\n1. regel {#regel}\n   - punt {#punt}\n\nZie artikel [](#regel). {#slot}\n',
        'title: Proef\nnumbering: { headings: [decimal], items: [lower-alpha] }',
      ),
    )
    expect(part(document, 'body')).toMatchObject([
      { type: 'heading', level: 1, label: '1', id: 'een', listed: true },
      {
        type: 'list',
        ordered: true,
        items: [
          {
            label: 'a.',
            number: '1.a',
            id: 'regel',
            children: [{ type: 'paragraph' }, { type: 'list', items: [{ label: '–', id: 'punt' }] }],
          },
        ],
      },
      {
        type: 'paragraph',
        id: 'slot',
        content: [{ value: 'Zie artikel ' }, { type: 'link', target: 'regel', children: [{ value: '1.a' }] }, { value: '.' }],
      },
    ])
  })

  it('never skips a level of heading', () => {
    const levels = part(present(resolved('## Twee\n\n#### Vier\n\n# Een\n')), 'body').map(
      (block) => block.type === 'heading' && block.level,
    )
    expect(levels).toEqual([1, 2, 1])
  })

  it('has the parts the organisation wants, in its order, and a head in any case', () => {
    const show = (parts?: ('cover' | 'colophon' | 'approvals' | 'history' | 'contents' | 'body')[]) =>
      presentPolicy(resolved('# Een {#een}\n', 'title: Proef'), {
        organisation: { name: 'De Linde', ...(parts ? { brand: { parts } } : {}) },
        brand,
        wording: loadWording(undefined, 'nl'),
        attachments: [],
      }).children.map((block) =>
        block.type === 'division' ? block.role : block.type === 'cover' && block.head ? 'head' : block.type,
      )
    expect(show()).toEqual(['cover', 'colophon', 'contents', 'body'])
    expect(show(['cover', 'contents', 'body', 'colophon'])).toEqual(['cover', 'contents', 'body', 'colophon'])
    expect(show(['body'])).toEqual(['head', 'body'])
  })

  it('says where and why it deviates, and how to reach who knows', () => {
    const document = present(
      resolved(
        '# Foto’s {#fotos}\n\nEen foto vraagt toestemming. {#toestemming}\n',
        [
          'title: Proef',
          `deviations: { fotos: { why: Ouders vroegen erom., text: 'sha256:${'0'.repeat(64)}' }, aangifte: Staat in het veiligheidsplan. }`,
          'contact: [info@linde.example of www.linde.example, Tel. 012-345 67 89, Lindelaan 12]',
        ].join('\n'),
      ),
    )
    const facts = tableOf(part(document, 'colophon')).body.map(({ cells }) => cells.map(({ children }) => children))
    const of = (name: string) => facts.find(([head]) => words(head ?? [])[0] === name)?.[1] ?? []
    expect(words(of('Afwijkingen'))).toEqual([
      'Foto’s Ouders vroegen erom. (gegeven bij andere woorden dan deze)',
      'niet overgenomen: aangifte Staat in het veiligheidsplan.',
    ])
    expect(JSON.stringify(of('Afwijkingen'))).toContain('"target":"fotos"')
    expect(words(of('Contact'))).toEqual(['info@linde.example of www.linde.example', 'Tel. 012-345 67 89', 'Lindelaan 12'])
    const urls = [...JSON.stringify(of('Contact')).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url)
    expect(urls).toEqual(['mailto:info@linde.example', 'https://www.linde.example', 'tel:0123456789'])
  })

  it('names a date by what happened on it, and has none where nothing did', () => {
    const facts = (front: string) => {
      const document = present(resolved('Tekst.\n', `title: Proef\n${front}`))
      const cover = document.children.find((block) => block.type === 'cover')
      return [cover?.type === 'cover' && cover.facts.at(-1)?.name, document.properties.date]
    }
    expect(facts('date: 2026-01-02\neffective: 2026-02-03')).toEqual(['Datum', '2026-01-02'])
    expect(facts('effective: 2026-02-03')).toEqual(['Inwerkingtreding', '2026-02-03'])
    expect(facts('approvals: [{ date: 2026-03-04, body: MR }]')).toEqual(['Laatste besluit', '2026-03-04'])
    expect(facts('history: [{ version: 1.0.0, date: 2025-04-05 }]')).toEqual(['Status', '2025-04-05'])
    expect(facts('')).toEqual(['Status', undefined])
  })

  it('puts a decision nobody asked for where its date belongs', () => {
    const approvals = [
      '{ date: 2026-03-01, body: Bestuur }',
      '{ date: 2026-02-01, body: Ouderraad }',
      '{ date: 2026-01-01, body: MR }',
      '{ date: 2026-04-01, body: Leerlingenraad }',
    ]
    const route =
      'route: [{ body: MR, right: consent }, { body: Bestuur, right: adoption }, { body: Inspectie, right: approval }]'
    const document = present(resolved('Tekst.\n', `title: Proef\n${route}\napprovals: [${approvals.join(', ')}]`))
    const bodies = tableOf(part(document, 'approvals')).body.map(({ cells }) => words(cells[1]?.children ?? [])[0])
    expect(bodies).toEqual(['MR', 'Ouderraad', 'Bestuur', 'Leerlingenraad', 'Inspectie'])
  })

  it('lists decisions taken and leaves room to sign for those to come', () => {
    const document = present(
      resolved(
        'Tekst.\n',
        'title: Proef\nroute:\n  - { body: MR, right: consent }\n  - { body: Bestuur, right: adoption }\napprovals:\n  - { date: 2026-01-31, body: MR, name: A. Jansen }\n',
      ),
    )
    const table = tableOf(part(document, 'approvals'))
    expect(words([{ ...table, body: [] }])).toEqual(['Datum', 'Orgaan', 'Naam', 'Recht', 'Besluit', 'Handtekening'])
    expect(table.body.map((row) => words([{ ...table, head: [], body: [row] }]))).toEqual([
      ['31 januari 2026', 'MR', 'A.\u00a0Jansen', 'instemming', 'woorden niet vastgelegd'],
      ['Bestuur', 'vaststelling', 'nog te besluiten'],
    ])
    expect(table.body.map(({ height }) => height)).toEqual([undefined, 16])
  })

  it('says of every decision on which words it was, and whose turn it is', () => {
    const source = 'Tekst. {#tekst}\n'
    const route = 'route: [{ body: MR, right: consent }, { body: Raad, right: approval }, { body: Bestuur, right: adoption }]'
    const hash = hashPolicy(resolved(source, `title: Proef\n${route}`).source)
    const taken = (text: string) => `  - { date: 2026-02-02, body: MR, decision: positive, text: "${text}" }\n`
    const decided = (proposed: string, ...approvals: readonly string[]) => {
      const front = `title: Proef\nstatus: proposed\n${route}\nproposed: { date: 2026-02-01, text: "${proposed}" }\napprovals:\n${approvals.join('')}`
      const document = present(resolved(source, front))
      const { body, head } = tableOf(part(document, 'approvals'))
      const at = words([{ ...tableOf(part(document, 'approvals')), head, body: [] }]).indexOf('Besluit')
      const [cover] = document.children
      const status = cover?.type === 'cover' ? cover.facts.find(({ name }) => name === 'Status')?.value : undefined
      return { status, rows: body.map(({ cells }) => words(cells[at]?.children ?? []).join()) }
    }
    const other = `sha256:${'0'.repeat(64)}`
    expect(decided(hash, taken(hash))).toEqual({
      status: 'Voorstel; nog te besluiten: Raad (goedkeuring), Bestuur (vaststelling)',
      rows: ['akkoord', 'nu aan zet', 'nog te besluiten'],
    })
    expect(decided(hash, taken(other)).rows).toEqual([
      'akkoord, over een eerder voorstel',
      'nu aan zet',
      'nog te besluiten',
      'nog te besluiten',
    ])
    expect(decided(other, taken(other))).toEqual({
      status:
        'Voorstel; gewijzigd na het voorstel van 1 februari 2026; nog te besluiten: MR (instemming), Raad (goedkeuring), Bestuur (vaststelling)',
      rows: ['akkoord, over andere woorden', 'nog te besluiten', 'nog te besluiten'],
    })
    expect(decided(hash, taken(hash).replace('positive', 'negative')).status).toBe(
      'Voorstel; afgewezen door MR op 2 februari 2026',
    )
  })

  it('says of decisions without a hash that nothing proves on which words they were', () => {
    const front =
      'title: Proef\nstatus: adopted\napprovals:\n  - { date: 2019-01-31, body: MR }\n  - { date: 2019-02-28, body: Bestuur }\n'
    const document = present(resolved('Tekst.\n', front))
    expect(words(part(document, 'approvals')).filter((line) => line === 'woorden niet vastgelegd')).toHaveLength(2)
    expect(words(part(document, 'colophon'))).toContain('Vastgesteld; niet bewezen over welke woorden is besloten')
  })

  it('goes into a note that marks itself, or marks one that marks it, once', () => {
    const noted = 'Een regel[^a]. {#een}\n\n[^a]: Zie hier[^a] en daar[^b].\n\n[^b]: Terug[^a].\n'
    expect(JSON.stringify(present(resolved(noted, 'title: Proef'))).match(/Zie hier/g)).toHaveLength(1)
  })

  it('is marked as a draft until it is adopted', () => {
    expect(present(resolved('Tekst.\n', 'title: Proef\nstatus: draft')).mark).toBe('Concept')
    expect(present(resolved('Tekst.\n', 'title: Proef\nstatus: adopted')).mark).toBeUndefined()
  })

  it('speaks the language of the policy', () => {
    const document = present(resolved('Text.\n', 'title: Trial\nlang: en\neffective: 2026-03-01'), 'en')
    expect(words(part(document, 'colophon'))).toEqual(expect.arrayContaining(['In force from', '1 March 2026']))
    expect(document.pageNumber).toBe('Page {page} of {pages}')
  })
})

describe('wording', () => {
  it('has the same keys in Dutch and English', () => {
    const folder = fileURLToPath(new URL('../../templates/wording', import.meta.url))
    const keys = (lang: string) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(`.${lang}.yaml`))
        .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/^([\w.-]+):/gm)].map((match) => match[1]))
        .sort()
    expect(keys('nl').length).toBeGreaterThan(60)
    expect(keys('en')).toEqual(keys('nl'))
  })
})
