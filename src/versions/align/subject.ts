import { foldText, labelLength, labelNumber, type Printed, runsOf, type Token, textOf, tokenise } from '../../compare/index.js'
import { isFunctionWord } from '../../language/index.js'
import { type Clause, type ClauseKind, clauses } from '../../model/index.js'
import type { Side } from '../comparison.js'

/** A word as likeness sees it: its beginning, so that a plural or an inflection is the same word. */
interface Stem {
  readonly stem: string
  /** How much it says about the clause, from 0 to 1. */
  readonly weight: number
}

// Forms of a word share so many letters (leerling, leerlingen), and few other words do.
const STEM_LETTERS = 6

/** A clause as alignment sees it. Everything that costs is computed when first asked: most clauses never differ. */
export class Subject {
  readonly index: number
  readonly kind: ClauseKind
  readonly id: string | undefined
  /** The id by which both versions know it: where one of them gave it another name, the former. */
  readonly name: string | undefined
  readonly text: string
  /** Index of the clause it stands in; -1 at the top. */
  readonly parent: number
  #label: number | undefined
  #key: string | undefined
  #tokens: readonly Token[] | undefined
  #stems: readonly Stem[] | undefined

  constructor(
    readonly clause: Clause,
    private readonly printed: Printed,
    nameOf: (id: string) => string | undefined = (id) => id,
  ) {
    this.index = clause.index
    this.kind = clause.kind
    this.id = clause.id
    this.name = clause.id === undefined ? undefined : nameOf(clause.id)
    this.parent = clause.parent?.index ?? -1
    this.text = textOf(clause.node, printed)
  }

  get section(): boolean {
    return this.kind === 'section'
  }

  /** Length of a printed number that stands in the text. */
  get label(): number {
    this.#label ??= labelLength(this.text, this.kind)
    return this.#label
  }

  get labelNumber(): string | undefined {
    return this.label > 0 ? labelNumber(this.text.slice(0, this.label)) : undefined
  }

  /** Equal for texts that differ in nothing but typography and printed numbers. Empty for a heading that is only a number. */
  get key(): string {
    this.#key ??= this.#hasReferences() ? this.tokens.map((token) => token.key).join(' ') : foldText(this.text.slice(this.label))
    return this.#key
  }

  /**
   * The key the text would have as a heading: "Artikel 1 Doel" in bold and as a heading are the same title, and so are a paragraph and HTML
   * that sets its words. A colon may stand behind a title that is no heading.
   */
  get title(): string {
    if (this.kind === 'verbatim') return foldText(wordsOfHtml(this.text) ?? this.text)
    return (this.section ? this.key : foldText(this.text.slice(labelLength(this.text, 'section')))).replace(/ ?:$/, '')
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokenise(this.text, this.label, this.#hasReferences() ? runsOf(this.clause.node, this.printed) : [])
    return this.#tokens
  }

  get stems(): readonly Stem[] {
    this.#stems ??= this.tokens.flatMap(({ kind, key }): Stem[] => {
      if (kind === 'mark' || kind === 'break') return []
      const word = key.toLowerCase()
      const weight = kind !== 'word' ? 0.7 : isFunctionWord(word) ? 0.15 : word.length < 4 ? 0.6 : 1
      return [{ stem: kind === 'word' ? word.slice(0, STEM_LETTERS) : word, weight }]
    })
    return this.#stems
  }

  // Whether the text holds the number of a reference, which is no part of what is compared.
  #hasReferences(): boolean {
    const { node } = this.clause
    if ('content' in node && node.content.length === 1 && node.content[0]?.type === 'text') return false
    return runsOf(node, this.printed).some((run) => run.reference !== undefined)
  }
}

// With an attribute that could hide or change them the words are not known to be read.
const TAG = /<\/?(?:p|div|b|strong|i|em|u|span|br|center|blockquote|small|h[1-6])(?:\s+(?:id|name|align|dir)="[^"<>]*")*\s*\/?>/gi

/** The words of HTML that only sets them; undefined for any other. */
function wordsOfHtml(text: string): string | undefined {
  const words = text.replace(TAG, ' ')
  return /[<>&]/.test(words) ? undefined : words.replace(/\s+/g, ' ').trim()
}

/** Whether both are headings, on another level than each other. */
export const isLevelled = (a: Subject | undefined, b: Subject | undefined): boolean =>
  a !== undefined && b !== undefined && a.section && b.section && levelOf(a.clause) !== levelOf(b.clause)

/** How many sections a clause stands in. */
export function levelOf({ parent }: Clause): number {
  let level = 0
  for (let up = parent; up; up = up.parent) if (up.kind === 'section') level++
  return level
}

/** The clauses of a version as subjects, in document order; `other` is the version it is held against. */
export function subjectsOf(side: Side, other: Side): readonly Subject[] {
  const list = side.clauses ?? clauses(side.policy)
  const byId = new Map<string, Clause>()
  for (const clause of list) if (clause.id !== undefined) byId.set(clause.id, clause)
  const printed: Printed = (id) => side.references?.get(id) ?? side.numbers?.get(byId.get(id)?.index ?? -1)
  const nameOf = formerNames(side, other)
  return list.map((clause) => new Subject(clause, printed, nameOf))
}

/** Ids as the other version has them: one that only this version gave is told by what the clause was called there. */
function formerNames({ policy }: Side, { policy: other }: Side): (id: string) => string | undefined {
  const [own, theirs] = [policy.metadata.renamed ?? {}, other.metadata.renamed ?? {}]
  const renamed = Object.entries(own).filter(([id, former]) => theirs[id] !== former)
  if (renamed.length === 0) return (id) => id
  const there = new Set(clauses(other).flatMap(({ id }) => id ?? []))
  const formers = new Map(renamed.filter(([, former]) => there.has(former)))
  const given = new Set(formers.values())
  // An id that was another clause's before says nothing of this one.
  return (id) => formers.get(id) ?? (given.has(id) ? undefined : id)
}
