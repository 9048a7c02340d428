import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
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

  it('lists decisions taken and leaves room to sign for those to come', () => {
    const document = present(
      resolved(
        'Tekst.\n',
        'title: Proef\nroute:\n  - { body: MR, right: consent }\n  - { body: Bestuur, right: adoption }\napprovals:\n  - { date: 2026-01-31, body: MR, name: A. Jansen }\n',
      ),
    )
    const table = tableOf(part(document, 'approvals'))
    expect(words([{ ...table, body: [] }])).toEqual(['Datum', 'Orgaan', 'Naam', 'Recht', 'Handtekening'])
    expect(table.body.map((row) => words([{ ...table, head: [], body: [row] }]))).toEqual([
      ['31 januari 2026', 'MR', 'A. Jansen', 'instemming'],
      ['Bestuur', 'vaststelling'],
    ])
    expect(table.body.map(({ height }) => height)).toEqual([undefined, 16])
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
