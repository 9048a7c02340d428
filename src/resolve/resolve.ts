import { closesSentence, once } from '../language/index.js'
import {
  clauses,
  type Inline,
  isReference,
  leads,
  type Message,
  mapInlines,
  mapWords,
  type Place,
  type Policy,
  plainText,
  type Result,
} from '../model/index.js'
import { type Numbering, numberClauses } from './numbering.js'
import { parameterValues, substitute } from './parameters.js'
import { withPrefixes } from './prefixes.js'
import { type ResolvedClause, referenceText } from './references.js'
import { Room } from './room.js'

/** A policy as a reader sees it: parameters filled in, references printed, every heading and item numbered. */
export interface Resolved {
  readonly policy: Policy
  /** As written: what hashes and decisions are about. */
  readonly source: Policy
  /** With parameters filled in and references still open, the word before each written out: what comparisons are about. */
  readonly filled: Policy
  readonly clauses: readonly ResolvedClause[]
  /** The first clause with an id. */
  readonly byId: ReadonlyMap<string, ResolvedClause>
}

/** Where the clause with an id starts, in the first of the texts that has it. */
export function placeOf(id: string, ...texts: readonly Pick<Resolved, 'byId'>[]): Place | undefined {
  const found = texts.flatMap(({ byId }) => byId.get(id)?.node.place ?? [])[0]
  return found && { ...(found.file === undefined ? {} : { file: found.file }), line: found.line, column: found.column }
}

/** Who judges a text asks for it, and for the version before it, again and again; more are not kept, so that memory is bounded. */
const MOST_KEPT = 4
const lately: { readonly policy: Policy; readonly found: Result<Resolved> }[] = []

/**
 * Computes numbers, references and parameters. Reports references that lead nowhere and parameters nobody declared. Of the texts that were asked for
 * last it is the same value.
 */
export function resolve(policy: Policy): Result<Resolved> {
  const known = lately.find((each) => each.policy === policy)
  if (known) return known.found
  const found = resolved(policy)
  lately.unshift({ policy, found })
  lately.length = Math.min(lately.length, MOST_KEPT)
  return found
}

function resolved(policy: Policy): Result<Resolved> {
  const messages: Message[] = []
  const report = (message: Message) => messages.push(message)

  const values = parameterValues(policy.metadata)
  const room = new Room(report)
  const { lang } = policy.metadata
  const led = once(() => new Set([...leads(clauses(policy)).keys()].map(({ node }): unknown => node)))
  const substituted = mapWords(policy, (content, node) => {
    // A cell, and what completes the words above it, begin no sentence.
    const opens = () => 'type' in node && (node.type === 'section' || (!led().has(node) && closesSentence(plainText(node))))
    return substitute(content, values, { place: node.place, lang, opens }, room, report)
  })

  // Words change no number: all texts below have those of this one.
  const numbers = numberClauses(clauses(policy), policy.metadata.numbering)
  const counted = withNumbers(substituted, numbers)
  const filled = withPrefixes(substituted, index(counted))
  const numbered = filled === substituted ? counted : withNumbers(filled, numbers)
  const targets = index(numbered)
  const nearest = guesses([...targets.keys()])
  const printed = mapWords(filled, (content, node) => {
    let before = ''
    return mapInlines(content, (inline) => {
      if (inline.type === 'text') before = BETWEEN.test(inline.value) ? before : inline.value
      if (inline.type !== 'link' || !inline.url.startsWith('#')) return [inline]
      const id = inline.url.slice(1)
      const target = targets.get(id)
      if (!target) {
        report({
          rule: 'reference/unresolved',
          form: 'clause',
          values: { id },
          severity: 'error',
          place: placed(inline, node.place),
          expected: nearest(id),
        })
      }
      if (!isReference(inline)) return [inline]
      const value = target && room.left > 0 ? withoutUnit(referenceText(target), before) : id
      const isShown = room.takes(value.length, placed(inline, node.place))
      return [{ ...inline, children: [{ type: 'text', value: isShown ? value : id }] }]
    })
  })
  const list = printed === filled ? numbered : withNumbers(printed, numbers)
  return { value: { policy: printed, source: policy, filled, clauses: list, byId: index(list) }, messages }
}

const placed = ({ position }: Inline, place: Place): Place =>
  position ? { ...place, line: position.start.line, column: position.start.column } : place

function withNumbers(policy: Policy, numbers: ReadonlyMap<number, Numbering>): readonly ResolvedClause[] {
  const resolved: ResolvedClause[] = []
  for (const clause of clauses(policy)) {
    const made: Writable = { ...clause, ...numbers.get(clause.index) }
    // What stands around a clause comes before it, so it is already resolved.
    if (clause.parent) made.parent = resolved[clause.parent.index]
    if (clause.section) made.section = resolved[clause.section.index]
    resolved.push(made as ResolvedClause)
  }
  return resolved
}

type Writable = { -readonly [name in keyof ResolvedClause]: ResolvedClause[name] | undefined }

function index(list: readonly ResolvedClause[]): Map<string, ResolvedClause> {
  const found = new Map<string, ResolvedClause>()
  for (const clause of list) if (clause.id !== undefined && !found.has(clause.id)) found.set(clause.id, clause)
  return found
}

// What stands between the parts of one reference: "artikelen 2 en 3", "2 tot en met 4".
const BETWEEN = /^(?:[\s,/–-]|\b(?:en|of|t\/m|tot|met|and|or|to)\b)+$/u

/** What a reference prints behind the word of its unit: "artikel Artikel 2" would say it twice. */
function withoutUnit(reference: string, before: string): string {
  const said = /(\p{L}{2,})\.?\s+$/u.exec(before)?.[1]?.toLowerCase()
  const [, unit = '', number = ''] = /^(\p{L}{2,})\.?\s+(\S.*)$/u.exec(reference) ?? []
  const isSaid =
    said !== undefined && (said.startsWith(unit.toLowerCase()) || (said.length > 2 && unit.toLowerCase().startsWith(said)))
  return isSaid && unit !== '' && /\d|^[IVXLC]+$/.test(number) ? number : reference
}

// Every guess looks at all ids: a text with more broken references than this was not misspelt.
const MOST_GUESSES = 100

/** Ids that look like the one meant: the same start, or one inside the other; at most five, and none for further broken references than people mistype. */
function guesses(known: readonly string[]): (id: string) => readonly string[] {
  const guessed = new Map<string, readonly string[]>()
  return (id) => {
    const before = guessed.get(id)
    if (before !== undefined || guessed.size === MOST_GUESSES) return before ?? []
    const stem = id.slice(0, 4).toLowerCase()
    const found = known.filter((other) => other.startsWith(stem) || other.includes(id) || id.includes(other)).slice(0, 5)
    guessed.set(id, found)
    return found
  }
}
