import { maximum } from '../../model/index.js'
import type { Artefact, SourceBlock } from '../types.js'
import { text, textOf } from '../words.js'
import { isContact, isCopyright, isFact, noFacts } from './facts.js'
import { takeTable } from './tables.js'
import { KEPT_NOTE } from './vocabulary.js'

/** Why what a page of ours prints besides the policy is no part of it. */
export const COMPUTED = 'printed from the front matter' satisfies Artefact

const HASH = /^sha256:[0-9a-f]{64}$/

/**
 * Takes apart what this tool printed in front of a policy's words when it wrote the file: a table with a content hash gives it away. What
 * front matter has a place for becomes front matter again; the rest is computed, and would otherwise come back as clauses.
 */
export function markOwnPages(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const first = blocks.findIndex(({ id }) => id !== undefined)
  const hash = blocks.findIndex(holdsHash)
  if (hash < 0 || first < hash) return blocks
  const from = blocks.slice(0, hash).findLastIndex(({ heading }) => heading !== undefined)
  if (from < 0) return blocks
  // The colophon and the tables of decisions and versions say again what front matter holds; the rest is computed.
  const end = Math.min(endOfFront(blocks, hash + 1), first)
  const computed = blocks
    .slice(end, first)
    .map(
      (block): SourceBlock =>
        block.role !== 'contents' && block.artefact === undefined ? { ...block, artefact: COMPUTED } : block,
    )
  return [...readOwnFront(blocks.slice(0, end)), ...computed, ...blocks.slice(first)]
}

/** Whether a table is the colophon that this tool prints: one with a content hash. */
export const holdsHash = ({ rows }: Pick<SourceBlock, 'rows'>): boolean =>
  rows?.some((row) => row.some((cell) => HASH.test(textOf(cell).replace(/\s/g, '')))) ?? false

type Words = SourceBlock['content']

/** A row of the colophon as lines of a cover, "Versie: 1.0.0", where the front matter has a place for what they say. */
export function colophonLines(name: string, values: readonly Words[]): Pick<SourceBlock, 'content' | 'artefact'>[] {
  return values.flatMap((value): Pick<SourceBlock, 'content' | 'artefact'>[] => {
    const words = textOf(value).trim()
    const named: Words = [text(`${name}: `), ...value]
    if (isFact(textOf(named).trim())) return [{ content: named }]
    return isContact(words) || isCopyright(words)
      ? [{ content: [text(`${name}:`)], artefact: COMPUTED }, { content: value }]
      : [{ content: named, artefact: COMPUTED }]
  })
}

/** Whether a table tells who decided, or which versions there were: that becomes front matter again. */
export const isOwnTable = (rows: NonNullable<SourceBlock['rows']>): boolean => takeTable(rows, noFacts(), true) !== undefined

// Cover, and what stands above the colophon on its page.
const MOST_ABOVE = 20

/**
 * The same where blocks carry no ids, as in a PDF: the colophon becomes lines of a cover, and the tables of decisions and versions that
 * stand directly below it are kept, for they become front matter again. What the cover says of these is said twice.
 */
export function readOwnFront(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const hash = blocks.findIndex(holdsHash)
  const from = blocks.slice(0, hash).findLastIndex(({ heading }) => heading !== undefined)
  const cover = blocks.slice(0, Math.max(from, 0)).filter(({ artefact }) => artefact === undefined)
  if (hash < 0 || from < 0 || cover.length > MOST_ABOVE) return blocks
  const end = endOfFront(blocks, hash + 1)
  const running = new Set(blocks.flatMap((block) => (block.artefact === 'running header' ? partsOf(block) : [])))
  const largest = maximum(cover.map(({ look }) => look?.size ?? 0))
  return blocks.flatMap((block, i): SourceBlock[] => {
    if (i >= end || block.artefact !== undefined || block.role === 'contents') return [block]
    const isSaid = i < from && (isFact(partsOf(block).join(': ')) || (block.look?.size !== largest && isIn(running, block)))
    if (isSaid || (i >= from && !block.rows)) return [{ ...block, artefact: COMPUTED }]
    if (i !== hash) return [i < from || isOwnTable(block.rows ?? []) ? block : { ...block, artefact: COMPUTED }]
    const { rows = [], ...place } = block
    return rows.flatMap(([name = [], ...values]) => colophonLines(textOf(name), values).map((line) => ({ ...place, ...line })))
  })
}

/** Where the tables end that stand under a heading of their own below the colophon. */
function endOfFront(blocks: readonly SourceBlock[], start: number): number {
  let end = start
  for (let i = start; i < blocks.length; i++) {
    const block = blocks[i] as SourceBlock
    if (block.artefact !== undefined || block.role === 'contents') continue
    if (i === end && KEPT_NOTE.test(textOf(block.content).trim())) {
      end = i + 1
      continue
    }
    const next = blocks.findIndex((other, at) => at > i && other.artefact === undefined)
    const rows = blocks[next]?.rows
    if (block.heading === undefined || rows === undefined || !isOwnTable(rows)) break
    end = next + 1
    i = next
  }
  return end
}

const partsOf = ({ content, rows }: SourceBlock): string[] =>
  (rows ? rows.flat().map(textOf) : textOf(content).split('\t')).map((part) => part.trim()).filter((part) => part !== '')

const isIn = (running: ReadonlySet<string>, block: SourceBlock): boolean => partsOf(block).every((part) => running.has(part))
