import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { addClauseFacts } from '../../src/cover/index.js'
import { toFragments } from '../../src/import/account.js'
import { heldAgainst } from '../../src/import/held.js'
import { importDocument } from '../../src/import/index.js'
import { outline } from '../../src/import/outline.js'
import type { Policy } from '../../src/model/index.js'
import { readSource } from '../../src/sources/index.js'
import { runs } from '../support/laws.js'
import { docx, p, style, table } from './word.js'

const LINES = [
  'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen.',
  'Een sleutel wordt uitgeleend voor een jaar.',
  'Wie een sleutel kwijt is, meldt dat dezelfde dag bij de conciërge.',
  'De conciërge noteert de melding en geeft een reservesleutel mee.',
  'Voor een nieuwe sleutel wordt vijf euro betaald, zie ook paragraaf 1.',
  'Kluizen worden in juli leeggehaald.',
]
const CELLS = [
  ['Soort', 'Prijs', 'Termijn'],
  ['grote kluis', 'tien euro', 'een heel jaar'],
  ['kleine kluis', 'zes euro', 'een half jaar'],
]
const encode = (text: string) => new TextEncoder().encode(text)
const rows = CELLS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')

/** What is used here of the library, which has no types of its own. */
interface Page {
  fontSize(size: number): Page
  text(text: string): Page
  moveDown(): Page
  on(event: string, listener: (chunk: Buffer) => void): Page
  end(): void
}
async function pdf(): Promise<Uint8Array> {
  const page = new (PDFDocument as unknown as new () => Page)()
  const parts: Buffer[] = []
  const done = new Promise((resolve) => page.on('end', () => resolve(undefined)))
  page.on('data', (part) => parts.push(part))
  page.fontSize(24).text('Kluisprotocol').moveDown()
  for (const line of LINES) page.fontSize(11).text(line).moveDown()
  page.end()
  await done
  return Buffer.concat(parts)
}

const FORMATS: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  txt: () => encode(`Kluisprotocol\n\n${LINES.map((line, i) => `${i + 1}. ${line}`).join('\n\n')}\n`),
  md: () =>
    encode(
      `# Kluisprotocol\n\n## Kluizen\n\n${LINES.slice(0, 3).join('\n\n')}\n\n## Sleutels\n\n${LINES.slice(3).join('\n\n')}\n`,
    ),
  html: () =>
    encode(
      `<html><body><main><h1>Kluisprotocol</h1><h2>Kluizen</h2>${LINES.map((line) => `<p>${line}</p>`).join('')}<table>${rows}</table></main></body></html>`,
    ),
  docx: () => docx([p('Kluisprotocol', style('Titel')), ...LINES.map((line) => p(line)), table(CELLS)].join('')),
  pdf,
}

interface Text {
  value: string
}
/** The words of every clause, as nodes that can be changed. */
function textsIn(value: unknown): Text[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (value === null || typeof value !== 'object') return []
  const node = value as { type?: string; value?: unknown }
  if (node.type === 'text' && typeof node.value === 'string') return [node as Text]
  return Object.values(value).flatMap(textsIn)
}

interface Place {
  readonly text: Text
  readonly at: number
  readonly word: string
}
const WORD = /[\p{L}\p{N}]+/gu
const places = (policy: Policy): Place[] =>
  textsIn([policy.children, policy.notes]).flatMap((text) =>
    [...text.value.matchAll(WORD)].map(({ index, 0: word }) => ({ text, at: index, word })),
  )

const cut = ({ text, at, word }: Place): void => {
  text.value = text.value.slice(0, at) + text.value.slice(at + word.length)
}
const put = ({ text, at }: Place, word: string): void => {
  text.value = `${text.value.slice(0, at)}${word} ${text.value.slice(at)}`
}

const HARM: Readonly<Record<string, (from: Place, to: Place) => boolean>> = {
  deleted: (from) => {
    cut(from)
    return true
  },
  exchanged: (from) => {
    cut(from)
    put(from, 'lantaarn')
    return true
  },
  doubled: (from) => {
    put(from, from.word)
    return true
  },
  moved: (from, to) => {
    const isSame = from.text === to.text && from.at <= to.at
    if (from.text === to.text) return false
    cut(from)
    put(to, from.word)
    return !isSame
  },
  'moved within its clause': (from, to) => {
    if (from.text !== to.text || from.at >= to.at || from.word === to.word) return false
    cut(to)
    put(from, to.word)
    return true
  },
}

async function brought(format: string) {
  const [bytes, name] = [await FORMATS[format]?.(), `kluis.${format}`]
  const { value } = await importDocument(bytes as Uint8Array, name)
  const read = await readSource(bytes as Uint8Array, name, {})
  if (!value || !read.value) throw new Error(`${format} was not read`)
  const { source } = read.value
  const found = outline(source, [], false)
  addClauseFacts(found.pieces, found.facts)
  const fragments = toFragments(found.pieces, source).map(({ fragment }) => fragment)
  return { policy: value.policy, told: (policy: Policy) => heldAgainst(found, source, policy, fragments).findings }
}

describe('a word of the result that is not as the source has it', () => {
  it.each(Object.keys(FORMATS))('is noticed, whichever it is: %s', async (format) => {
    const { policy, told } = await brought(format)
    expect(told(policy)).toEqual([])
    const count = places(policy).length
    expect(count).toBeGreaterThan(60)
    const any = fc.nat(count - 1)
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(HARM)), any, any, (harm, a, b) => {
        const spoiled = structuredClone(policy)
        const all = places(spoiled)
        if (HARM[harm]?.(all[a] as Place, all[b] as Place) !== true) return
        expect(told(spoiled).map(({ rule }) => rule)).not.toEqual([])
      }),
      { seed: 13, numRuns: runs(150) },
    )
  })

  it.each(Object.keys(FORMATS))('and so is the title: %s', async (format) => {
    const { policy, told } = await brought(format)
    for (const title of ['Protocol', 'Kluisregels', '']) {
      expect(told({ ...policy, metadata: { ...policy.metadata, title } })).toMatchObject([{ rule: 'import/metadata' }])
    }
  })
})
