import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { plainText } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { PRINTED_LABELS } from '../support/labels.js'
import { runs } from '../support/laws.js'
import { docx, p } from './word.js'

/** The words of a text, however they are counted elsewhere: letters and figures, in small letters. */
const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

function without(all: readonly string[], some: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of some) left.set(word, (left.get(word) ?? 0) + 1)
  return all.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}

/** The words that the printed policy, its front matter and what was left out lack of a source, and those it has over. */
function difference(source: string, { policy, receipt }: Imported): { readonly lost: string[]; readonly added: string[] } {
  const clauses = resolve(policy).value.clauses
  const printed = clauses.flatMap(({ node }) => words(plainText(node)))
  const labels = clauses.flatMap(({ label = '' }) => words(label))
  const aside = receipt.fragments.flatMap(({ fate, text }) => (fate === 'dropped' || fate === 'metadata' ? words(text) : []))
  return {
    lost: without(words(source), [...printed, ...labels, ...aside]),
    added: without(printed, words(source)),
  }
}

const SAID = new Set(['import/words', 'import/differs', 'import/unaccounted'])
const isSaid = ({ receipt }: Imported): boolean =>
  receipt.unaccounted.length > 0 || receipt.findings.some(({ rule }) => SAID.has(rule))

const WORDS = {
  nl: 'school ouders foto toestemming de het een medewerker mag niet wordt regeling beleid vastgesteld bestuur versie artikel lid zie 2024 a.b@c.nl'.split(
    ' ',
  ),
  en: 'school parents photo consent the a of staff may not shall policy rules adopted board version article paragraph see 2024 a.b@c.uk'.split(
    ' ',
  ),
}
const LABELS = ['', '', '', ...PRINTED_LABELS]
const line = (lang: 'nl' | 'en') =>
  fc
    .tuple(
      fc.constantFrom(...LABELS),
      fc.array(fc.constantFrom(...WORDS[lang]), { minLength: 1, maxLength: 16 }),
      fc.constantFrom('', '.', ':', ';', ','),
    )
    .map(([label, row, end]) => `${label}${row.join(' ')}${end}`)
const document = fc
  .constantFrom('nl' as const, 'en' as const)
  .chain((lang) => fc.array(line(lang), { minLength: 2, maxLength: 24 }))

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const FORMATS: Readonly<Record<string, (lines: readonly string[]) => Uint8Array>> = {
  txt: (lines) => new TextEncoder().encode(lines.join('\n')),
  html: (lines) =>
    new TextEncoder().encode(
      `<html><body><main>${lines.map((text) => `<p>${escaped(text)}</p>`).join('\n')}</main></body></html>`,
    ),
  docx: (lines) => docx(lines.map((text) => p(escaped(text))).join('')),
}

describe('what a document says is printed, told in front matter, or left out with a reason', () => {
  it.each(Object.keys(FORMATS))('or a finding says so: %s', async (ending) => {
    await fc.assert(
      fc.asyncProperty(document, async (lines) => {
        const { value } = await importDocument(FORMATS[ending]?.(lines) ?? new Uint8Array(), `brief.${ending}`)
        if (!value) return
        const { lost, added } = difference(lines.join('\n'), value)
        if (!isSaid(value)) expect({ lost, added }).toEqual({ lost: [], added: [] })
      }),
      { seed: 11, numRuns: runs(60) },
    )
  })

  const policies = new URL('../../policies/', import.meta.url)
  const names = readdirSync(policies, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(new URL(`${entry.name}/`, policies)).flatMap((file) => (file.endsWith('.md') ? `${entry.name}/${file}` : []))
      : [],
  )
  it.each(names)('and no finding says otherwise of the clauses of %s, in any format', async (name) => {
    const { value: policy } = readPolicy(readFileSync(new URL(name, policies), 'utf8'), name)
    const lines = resolve(policy).value.clauses.map(({ label = '', node }) =>
      `${label} ${plainText(node)}`.replace(/\s+/g, ' ').trim(),
    )
    for (const [ending, write] of Object.entries(FORMATS)) {
      const { value } = await importDocument(write(lines.filter(Boolean)), `tekst.${ending}`)
      if (!value) throw new Error(`${name} was not read as ${ending}`)
      const { lost, added } = difference(lines.join('\n'), value)
      expect({ ending, lost, added, isSaid: isSaid(value) }).toEqual({ ending, lost: [], added: [], isSaid: false })
    }
  })
})
