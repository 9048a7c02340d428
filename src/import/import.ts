import { createHash } from 'node:crypto'
import { type Finding, type Source, unmarked } from '../blocks/index.js'
import { addClauseFacts, frontMatter } from '../cover/index.js'
import { clipped, hasErrors, LANGUAGES, type Message, type Policy, type Result } from '../model/index.js'
import type { Piece } from '../pieces/index.js'
import { nestSections, proposeIds, readPolicy, writePolicy } from '../read/index.js'
import { type ResolvedClause, referenceText, resolve } from '../resolve/index.js'
import { readSource } from '../sources/index.js'
import { differences, toFragments } from './account.js'
import { heldAgainst } from './held.js'
import { missingFacts } from './missing.js'
import { build, isClause } from './outline/build.js'
import { planMetadata } from './outline/numbering.js'
import { type Outline, outline, titleOfFile } from './outline.js'
import { type OwnPolicy, ownPolicy } from './own.js'
import { linkReferences } from './references.js'
import { guessesOf } from './template/index.js'
import type { Imported, ImportOptions, Receipt } from './types.js'
import { missingFragments } from './witness.js'
import { besideFindings, marginFindings } from './words.js'

/**
 * Brings in a document: its bytes become a policy with ids, the Markdown file of that policy, and a receipt that says of every part of
 * the source what became of it. `name` is the file's name; its ending helps to tell the format. A document that cannot be read gives an
 * error and no value; words that would be lost give an error `import/unaccounted` and the fragments they stand in.
 */
export async function importDocument(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions = {},
): Promise<Result<Imported | undefined>> {
  const { value: read, messages } = await readSource(bytes, name, options)
  if (!read || hasErrors(messages)) return { value: undefined, messages }
  const { source } = read
  const own = source.kind === 'markdown' ? ownPolicy(bytes, name, options) : undefined
  if (own) return ownImport(own, options.original ?? bytes, name, messages)
  const isModel = options.asTemplate === true
  const found = outline(source, options.names ?? [], isModel)
  // What clauses of a model say is about who will adopt it.
  if (!isModel) addClauseFacts(found.pieces, found.facts)
  const { policy, markdown, lost, findings, carried, refused } = write(found, source, name, options)
  if (refused) return { value: undefined, messages: [...messages, { ...refused, place: { file: name, line: 1, column: 1 } }] }
  const fragments = toFragments(found.pieces, source)
  const unaccounted = [
    ...fragments.filter(({ piece }) => lost.includes(piece)).map(({ fragment }) => fragment),
    ...missingFragments(found.pieces, source),
  ]
  const held = heldAgainst(
    found,
    source,
    policy,
    fragments.map(({ fragment }) => fragment),
    options.names,
  )
  const all = [
    ...read.findings,
    ...found.findings,
    ...findings,
    ...missingFacts(found, options, policy.metadata.title, titleOfFile(source)),
    ...held.findings,
    ...besideFindings(fragments.map(({ fragment }) => fragment)),
    ...marginFindings(
      fragments.map(({ fragment }) => fragment),
      policy.metadata.lang,
    ),
  ].sort((a, b) => a.line - b.line)
  const receipt: Receipt = {
    schema: 'clausule/receipt@1',
    source: sourceOf(options.original ?? bytes, name, source.kind),
    fragments: fragments.map(({ fragment }) => fragment),
    unaccounted,
    findings: all,
    ...(held.count ? { words: held.count } : {}),
    ...(isModel ? { guesses: guessesOf(found.pieces, found.parameters) } : {}),
  }
  const { printedOrganisation } = found.facts
  return {
    value: {
      policy,
      markdown,
      receipt,
      carried,
      changes: source.changes ?? 0,
      ...(printedOrganisation === undefined ? {} : { organisation: printedOrganisation }),
    },
    messages: [
      ...messages,
      ...all.map((finding) => toMessage(finding, name)),
      ...unaccounted.map((fragment) => lossMessage(fragment, name)),
    ],
  }
}

const sourceOf = (bytes: Uint8Array, file: string, kind: Source['kind']): Receipt['source'] => ({
  file,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  kind,
})

/** A policy file is taken as it is; what is wrong with it is left to lint. */
function ownImport(own: OwnPolicy, bytes: Uint8Array, name: string, messages: readonly Message[]): Result<Imported> {
  const { policy, markdown, carried, fragments, unaccounted } = own
  const receipt: Receipt = {
    schema: 'clausule/receipt@1',
    source: sourceOf(bytes, name, 'markdown'),
    fragments,
    unaccounted,
    findings: [],
  }
  return {
    value: { policy, markdown, receipt, carried, changes: 0 },
    messages: [...messages, ...unaccounted.map((fragment) => lossMessage(fragment, name))],
  }
}

interface Written {
  readonly policy: Policy
  readonly markdown: string
  readonly lost: readonly Piece[]
  readonly findings: readonly Finding[]
  readonly carried: ReadonlySet<string>
  /** Why the file of the policy would not be read: there is more of something in the source than any policy may have. */
  readonly refused?: Message
}

/** Writes the policy, reads it back, and compares; words whose markup Markdown cannot hold are written once more without it. */
function write(found: Outline, source: Source, name: string, options: ImportOptions): Written {
  const carried = keepIds(found.pieces)
  const own = new Map<Piece, Piece['content']>()
  const first = attempt(found, source, name, options, own)
  if (first.lost.length === 0 || first.refused) return { ...first, carried }
  for (const piece of first.lost) own.set(piece, unmarked(piece.content))
  return { ...attempt(found, source, name, options, own), carried }
}

function attempt(
  { pieces, facts, plan, numbers, parameters }: Outline,
  source: Source,
  name: string,
  options: ImportOptions,
  own: ReadonlyMap<Piece, Piece['content']>,
): Omit<Written, 'carried'> {
  const lang = options.lang ?? facts.lang
  const bare = build(pieces, (piece) => own.get(piece) ?? piece.content)
  const numbering = planMetadata(plan)
  const draft: Policy = {
    file: name,
    metadata: { title: name, status: 'draft', lang: lang ?? LANGUAGES[0], ...(numbering === undefined ? {} : { numbering }) },
    yaml: '',
    children: nestSections(bare.children),
    notes: bare.notes,
  }
  const withIds = resolve(proposeIds(draft)).value.clauses.filter(({ kind }) => kind !== 'note')
  const clauseOf = new Map<Piece, ResolvedClause>()
  for (const [i, piece] of pieces.filter(isClause).entries()) {
    const clause = withIds[i]
    if (clause?.id !== undefined) piece.id = clause.id
    if (clause) clauseOf.set(piece, clause)
  }
  shareIds(pieces)
  const prints = (piece: Piece): string | undefined => {
    const clause = clauseOf.get(piece)
    return clause && referenceText(clause)
  }
  const linked = linkReferences(pieces, numbers, own, prints)
  const yaml = frontMatter({
    facts: { ...facts, ...(facts.version === undefined && options.version !== undefined ? { version: options.version } : {}) },
    fallbackTitle: titleOfFile(source) || titleFromName(name),
    ...(options.organisation === undefined ? {} : { organisation: options.organisation }),
    ...(lang === undefined ? {} : { lang }),
    numbering,
    parameters,
  })
  const markdown = writePolicy({ yaml, ...build(pieces, linked.content, linked.rows) })
  const { value: policy, messages } = readPolicy(markdown, name)
  // A line that is too long can be cut by hand in the file, where the loss is accepted; too much of something is in all of it.
  const refused = messages.find(({ rule }) => rule === 'file/marks')
  return {
    policy,
    markdown,
    ...(refused ? { refused } : {}),
    lost: differences(policy, pieces, linked.printed),
    findings: linked.findings,
  }
}

/** The wordings of one provision have one id. */
function shareIds(pieces: readonly Piece[]): void {
  const first = new Map<number, Piece>()
  for (const piece of pieces) {
    const { group, when } = piece.part ?? {}
    if (group === undefined || when !== undefined || !isClause(piece)) continue
    const own = first.get(group) ?? piece
    first.set(group, own)
    if (own.id !== undefined) piece.id = own.id
  }
}

/** Ids that the source carries stay, each for the first clause that has it. */
function keepIds(pieces: readonly Piece[]): ReadonlySet<string> {
  const taken = new Set<string>()
  for (const piece of pieces) {
    const id = piece.blocks[0]?.id
    if (id === undefined || taken.has(id) || !isClause(piece)) continue
    taken.add(id)
    piece.id = id
  }
  return taken
}

const titleFromName = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .trim() || 'Untitled'

const toMessage = ({ line, ...said }: Finding, file: string): Message => ({
  ...said,
  severity: 'warning',
  place: { file, line, column: 1 },
})

const lossMessage = ({ line, text }: { line: number; text: string }, file: string): Message => ({
  rule: 'import/unaccounted',
  values: { words: clipped(text, 80) },
  severity: 'error',
  place: { file, line, column: 1 },
})
