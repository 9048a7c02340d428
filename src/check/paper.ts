import { blockText, type SourceBlock, textOf } from '../blocks/index.js'
import { type Inline, type Message, plainLines } from '../model/index.js'
import { checkPdf } from './report.js'

/** The words of a published file in order, and what travels with it. */
export interface PaperContent {
  readonly words: readonly string[]
  readonly attachments: ReadonlyMap<string, Uint8Array>
  /** What it holds that no paper should: a page, a note or code of which its words say nothing. */
  readonly beside: readonly string[]
  /** The content hashes of the texts that it says it is about, in its order. */
  readonly about: readonly string[]
}

/** What a published file says: `name` tells a reader of other formats what it is. Undefined for one that cannot be read. */
export async function contentOfPaper(bytes: Uint8Array, format: string, name: string): Promise<PaperContent | undefined> {
  const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean)
  if (format === 'pdf') {
    try {
      const { words, attachments, problems, keywords } = checkPdf(bytes)
      const beside = problems.map((problem) => JSON.stringify(problem))
      return { words: wordsIn(words), attachments, beside, about: hashesIn(keywords) }
    } catch (error) {
      // What its reader stumbles over is the file's fault; a mistake of our own is not.
      if (error instanceof TypeError || error instanceof ReferenceError) throw error
      return undefined
    }
  }
  if (format === 'json' || format === 'markdown') {
    const text = new TextDecoder().decode(bytes)
    return { words: wordsIn(text), attachments: new Map(), beside: [], about: hashesIn(text) }
  }
  // Readers of other programs' files are many: who checks a PDF pays for none of them.
  const { readSource } = await import('../sources/index.js')
  const { value } = await readSource(bytes, name, {})
  if (!value) return undefined
  const { blocks, properties, changes = 0 } = value.source
  // What a tracked change takes out is said as well.
  const before = changes > 0 ? (await readSource(bytes, name, { changes: 'reject' })).value?.source.blocks : []
  const words = [...blocks, ...(before ?? [])].flatMap((block) => wordsIn(wordsOf(block)))
  return { words, attachments: new Map(), beside: [], about: hashesIn(properties?.keywords ?? words.join(' ')) }
}

/** The first two content hashes in a text: no paper is about more. */
const hashesIn = (text: string): readonly string[] => [...new Set(text.match(/sha256:[0-9a-f]{64}(?![0-9a-f])/g))].slice(0, 2)

/** All that a block says; what is hidden in it or struck through says something else than the same words that are not. */
function wordsOf(block: SourceBlock): string {
  const struck = [block.content, ...(block.rows ?? []).flat()].map(struckIn).join(' ')
  const said = blockText(block)
  // A word processor counts pages anew when it saves a file.
  const counted = block.artefact?.startsWith('running') ? said.replace(PAGE, '#') : said
  return [block.artefact, counted, struck].filter(Boolean).join(' ')
}

const PAGE = /(?<!\S)\d+(?!\S)/g

const struckIn = (content: readonly Inline[]): string =>
  content
    .map((inline): string => {
      if (inline.type === 'delete') return `~~ ${textOf([inline])}`
      return 'children' in inline ? struckIn(inline.children as Inline[]) : ''
    })
    .join(' ')

const HASH = /^(?:sha256:)?[0-9a-f]{8,}$/

/** Words around the first difference that are quoted. */
const QUOTED = 6

/** How many words two papers have in common at their beginning: of several, the one that begins most alike is meant. */
export function alikeFor(wanted: PaperContent, found: PaperContent): number {
  const first = wanted.words.findIndex((word, i) => word !== found.words[i])
  return first < 0 ? wanted.words.length : first
}

/** Where a published file says something else than what its release makes. */
export function paperDifferences(
  wanted: PaperContent,
  found: PaperContent,
  release: string,
  place: Message['place'],
): readonly Message[] {
  const messages: Message[] = []
  const at = { severity: 'error' as const, ...(place ? { place } : {}) }
  const length = Math.max(wanted.words.length, found.words.length)
  const others = Array.from({ length }, (_, i) => i).filter((i) => wanted.words[i] !== found.words[i])
  // A hash says that words differ; the words themselves say how.
  const first = others.find((i) => !HASH.test(found.words[i] ?? '')) ?? others[0]
  if (first !== undefined) {
    const [text = '', paper = ''] = [wanted, found].map(({ words }) =>
      words.slice(Math.max(0, first - 2), first + QUOTED).join(' '),
    )
    messages.push({ rule: 'paper/other-words', form: 'words', values: { release, paper, text }, ...at })
  }
  for (const name of new Set([...wanted.attachments.keys(), ...found.attachments.keys()])) {
    const [own, its] = [wanted.attachments.get(name), found.attachments.get(name)]
    if (own && its && Buffer.compare(plainLines(own), plainLines(its)) === 0) continue
    messages.push({ rule: 'paper/other-words', form: 'attachment', values: { release, name }, ...at })
  }
  if (messages.length === 0 && found.beside.some((each) => !wanted.beside.includes(each)))
    messages.push({ rule: 'paper/other-words', form: 'beside', values: { release }, ...at })
  return messages
}
