import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Modality } from '../../src/norms/index.js'
import type { SchoolPolicy } from '../../src/schools/index.js'
import type { Truth } from './truth.js'

/** The hand-made truth and the originals it is about lie outside the repository; the tests that use them are skipped without. */
const SHARED = new URL('../../../shared/', import.meta.url)

export const GOLD_IS_HERE = existsSync(fileURLToPath(new URL('gold/alignment.json', SHARED)))

export interface GoldClause {
  readonly doc: string
  readonly line: number
  readonly modality: readonly Modality[]
  readonly agreed: boolean
}

export interface GoldPair {
  readonly a: { readonly doc: string; readonly line: number }
  readonly b: { readonly doc: string; readonly line: number }
  readonly sure: boolean
  readonly grades: readonly ('same' | 'variant' | 'related')[]
}

export interface Gold {
  readonly seeds: Readonly<Record<string, string>>
  readonly clauses: readonly GoldClause[]
  readonly pairs: readonly GoldPair[]
}

export const readGold = (): Gold => JSON.parse(readFileSync(new URL('gold/alignment.json', SHARED), 'utf8')) as Gold

/** What two readers made of the sentences of the same documents. */
export const readRules = (): Truth => JSON.parse(readFileSync(new URL('gold/rules.json', SHARED), 'utf8')) as Truth

export interface OriginalClause {
  readonly line: number
  readonly text: string
  readonly sections: readonly string[]
  /** The words it completes: the clause before a list, when that ends in a colon. */
  readonly lead?: string
}

const MARKER = /^\s*(?:[-–•*]\s+)?(?:(?:[a-z]|\d{1,2}|[IVX]+)\.\s+)?\*?/

/** The clauses of an original that start at the given lines, with the heading above each; lines broken by a page are joined. */
export function originalClauses(seed: string, starts: readonly number[]): readonly OriginalClause[] {
  const lines = readFileSync(new URL(`seeds/${seed}`, SHARED), 'utf8').split('\n')
  const isStart = new Set(starts)
  const found: OriginalClause[] = []
  let heading = ''
  let lead: string | undefined
  for (let n = 1; n <= lines.length; n++) {
    const line = (lines[n - 1] ?? '').trim()
    if (!isStart.has(n)) {
      if (line !== '') [heading, lead] = [line.replace(/^(?:[\d.]+|[A-Z]\.?)\s+/, ''), undefined]
      continue
    }
    let text = line.replace(MARKER, '')
    if (/[,\p{Ll}]$/u.test(text)) {
      const next = lines.findIndex((other, index) => index >= n && other.trim() !== '')
      if (next >= 0 && next > n && !isStart.has(next + 1) && /^\p{Ll}/u.test((lines[next] ?? '').trim())) {
        text += ` ${(lines[next] ?? '').trim()}`
        lines[next] = ''
      }
    }
    if (text.endsWith(':')) lead = text
    else if (!/^\s*-/.test(lines[n - 1] ?? '')) lead = undefined
    found.push({
      line: n,
      text,
      sections: heading === '' ? [] : [heading],
      ...(lead === undefined || lead === text ? {} : { lead }),
    })
  }
  return found
}

/** What the organisations call themselves: in a workspace, the names of `organisation.yaml`. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  AER: ['Aeres MBO', 'Aeres'],
  CAS: ['Casparus College', 'Casparus'],
  FLX: ['FLEX-College', 'FLEX'],
  ALL: ['stichting Allure', 'Allure'],
  ALO: ['Aloysius'],
}

/** An original as a policy whose clause ids are line numbers. */
export function original(doc: string, seed: string, lines: readonly number[]): SchoolPolicy {
  return {
    ref: doc,
    title: doc,
    organisation: doc,
    names: NAMES[doc] ?? [],
    clauses: originalClauses(seed, lines).map(({ line, text, sections, lead }) => ({
      id: String(line),
      number: '',
      line,
      text,
      kind: 'item',
      lang: 'nl',
      sections,
      ...(lead === undefined ? {} : { lead }),
    })),
  }
}

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Precision against all pairs of the truth, recall against the sure ones. Pairs are `DOC line|DOC line`, sorted. */
export function scorePairs(proposed: ReadonlySet<string>, truth: ReadonlyMap<string, { readonly sure: boolean }>): Score {
  const sure = [...truth].filter(([, pair]) => pair.sure)
  const precision = [...proposed].filter((key) => truth.has(key)).length / proposed.size
  const recall = sure.filter(([key]) => proposed.has(key)).length / sure.length
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

export const pairKey = (a: string, b: string): string => [a, b].sort().join('|')
