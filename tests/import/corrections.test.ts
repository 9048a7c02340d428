import { describe, expect, it } from 'vitest'
import { type Correction, canBe, corrected, type Imported, importDocument } from '../../src/import/index.js'

const SOURCE = `Telefoons op school

1. Gebruik

Wij willen rust
in de les.

1.1 De telefoon is uit.
1.2 De telefoon ligt in de kluis. De school bewaart de sleutel.
    a) ook in de pauze
    b) ook op het plein
1.3 tenzij de leraar anders zegt.
`

async function imported(): Promise<Imported> {
  const { value } = await importDocument(new TextEncoder().encode(SOURCE), 'telefoons.txt')
  if (!value) throw new Error('not imported')
  return value
}

const body = ({ markdown }: Imported): string => markdown.replace(/^---\n.*?\n---\n/s, '').trim()
const idOf = (text: Imported, words: string): string => {
  const line = text.markdown.split('\n').find((each) => each.includes(words)) ?? ''
  return /\{#([^ }]+)/.exec(line)?.[1] ?? ''
}
const correct = (text: Imported, words: string, correction: Correction) =>
  corrected(text, { clauses: new Map([[idOf(text, words), correction]]), facts: {} })

describe('what a person corrects in an imported text', () => {
  it('is nothing where nothing was said', async () => {
    const text = await imported()
    expect(corrected(text, { clauses: new Map(), facts: {} })).toBe(text)
  })

  it('is other words, under the same id', async () => {
    const text = await imported()
    const id = idOf(text, 'telefoon is uit')
    const { markdown } = correct(text, 'telefoon is uit', { as: 'words', words: ['De telefoon staat uit, [altijd].'] })
    expect(markdown).toContain(`De telefoon staat uit, \\[altijd]. {#${id}}`)
    expect(markdown.replace('staat uit, \\[altijd]', 'is uit')).toBe(text.markdown)
  })

  it('is a clause that was two: the first keeps the id, what stands in it stays with the last', async () => {
    const text = await imported()
    const id = idOf(text, 'kluis')
    const made = correct(text, 'kluis', {
      as: 'words',
      words: ['De telefoon ligt in de kluis.', 'De school bewaart de sleutel.'],
    })
    expect(body(made)).toContain(`De telefoon ligt in de kluis. {#${id}}\n`)
    const lines = body(made).split('\n')
    const at = lines.findIndex((line) => line.includes('bewaart de sleutel'))
    expect(lines[at]).toMatch(/De school bewaart de sleutel\. \{#[a-z-]+\}$/)
    expect(lines[at + 1]).toContain('ook in de pauze')
  })

  it('is a clause that goes on from the one before it, with all that stands in that', async () => {
    const text = await imported()
    const id = idOf(text, 'kluis')
    const made = correct(text, 'tenzij', { as: 'joined' })
    expect(body(made)).toContain(`De school bewaart de sleutel. tenzij de leraar anders zegt. {#${id}}`)
    expect(body(made)).toContain('ook op het plein')
    expect(made.markdown).not.toContain(idOf(text, 'tenzij'))
  })

  it('is a heading that was taken for a paragraph, and the other way', async () => {
    const text = await imported()
    const id = idOf(text, 'rust')
    expect(body(correct(text, 'rust', { as: 'heading' }))).toMatch(new RegExp(`^#+ Wij willen rust.* \\{#${id}\\}$`, 'm'))
    const heading = idOf(text, 'Gebruik')
    const flat = body(correct(text, 'Gebruik', { as: 'paragraph' }))
    expect(flat).toContain(`Gebruik {#${heading}}`)
    expect(flat).not.toMatch(/^#/m)
  })

  it('is a fact of the cover, and an empty one goes', async () => {
    const text = await imported()
    const titled = corrected(text, { clauses: new Map(), facts: { title: 'Telefoons', effective: '2026-08-01' } })
    expect(titled.policy.metadata).toMatchObject({ title: 'Telefoons', effective: '2026-08-01' })
    const emptied = corrected(titled, { clauses: new Map(), facts: { effective: '' } })
    expect(emptied.policy.metadata.effective).toBeUndefined()
    expect(body(titled)).toBe(body(text))
  })

  it('is no other words where a note hangs on them', async () => {
    const { value } = await importDocument(
      new TextEncoder().encode(`---\ntitle: Regels\n---\n\nDe telefoon is uit.[^1] {#uit}\n\n[^1]: Ook het horloge.\n`),
      'x.md',
    )
    expect(value && canBe(value.policy).get('uit')).not.toContain('words')
  })

  it('is only what the clause can be', async () => {
    const text = await imported()
    const ways = canBe(text.policy)
    expect(ways.get(idOf(text, 'telefoon is uit'))).not.toContain('heading')
    expect(ways.get(idOf(text, 'tenzij'))).toContain('joined')
    expect(ways.get(idOf(text, 'Gebruik'))).toEqual(['words', 'paragraph'])
    // Nothing stands before the first clause of a text.
    const first = correct(text, 'Gebruik', { as: 'joined' })
    expect(first.markdown).toBe(text.markdown)
  })
})
