import { type Attributes, clauses, type Inline, mapInlines, mapWords, noteMarks, type Policy, plainText } from '../model/index.js'
import { parameterValues, resolve } from '../resolve/index.js'
import { compareVersions } from '../versions/index.js'
import { withBlanks } from './kept-blanks.js'
import { freeId, mapClauses } from './rewrite.js'

/** What a clause takes over from the one it was in another version. */
interface Inherited {
  readonly id: string
  readonly attributes?: Attributes
  /** Its words as they were written there, where both print the same: parameters and references stay what they were. */
  readonly content?: readonly Inline[]
  /** Its words there, where it was edited: blanks whose words still stand beside them are blanks again. */
  readonly former?: readonly Inline[]
  /** The names its footnotes had there, by the names they have now. */
  readonly notes?: ReadonlyMap<string, string>
}

/**
 * An imported policy as another version of `base`: clauses that are still there have their ids again, their topics and other attributes,
 * and, where they print the same words, the parameters and references they were written with; a clause that was edited has those of its
 * parameters that stand between the words they stood between. New clauses have ids that are not in
 * `taken`. Ids in `carried` stood in the source and say themselves which clause is which.
 */
export function asVersionOf(
  base: Policy,
  imported: Policy,
  { carried, taken }: { readonly carried: ReadonlySet<string>; readonly taken: ReadonlySet<string> },
): Policy {
  const inherited = inherit(base, imported, carried)
  const used = new Set([...taken, ...[...inherited.values()].map(({ id }) => id)])
  const finals = new Map<string, string>()
  for (const { id } of clauses(imported)) {
    if (id === undefined) continue
    const own = inherited.get(id)?.id ?? freeId(id, used)
    used.add(own)
    finals.set(id, own)
  }
  const values = parameterValues(base.metadata)
  const whole = rewritten(imported, finals, inherited, values)
  const parameters = { ...base.metadata.parameters, ...imported.metadata.parameters }
  const wrong = differing({ ...whole, metadata: { ...whole.metadata, parameters } }, imported)
  if (wrong.size === 0) return whole
  const bare = [...inherited].map(([id, own]): [string, Inherited] => {
    const { content: _, former: __, ...rest } = own
    return [id, wrong.has(rest.id) ? rest : own]
  })
  return rewritten(imported, finals, new Map(bare), values)
}

/** What each imported clause, by its id, takes over. */
function inherit(base: Policy, imported: Policy, carried: ReadonlySet<string>): Map<string, Inherited> {
  const old = resolve(base).value
  const next = resolve(imported).value
  // As printed, and without the ids that were only proposed: two that differ would say that the clauses do.
  const bare = mapClauses(next.policy, (node) => {
    const { id, ...attributes } = node.attributes
    return id === undefined || carried.has(id) ? node : { ...node, attributes }
  })
  const { value: comparison } = compareVersions(
    { policy: old.policy, ref: 'base', hash: '' },
    { policy: bare, ref: 'imported', hash: '' },
  )
  const written = clauses(base)
  const found = new Map<string, Inherited>()
  for (const entry of comparison.entries) {
    const [before, after] = [entry.old[0]?.clause, entry.next[0]?.clause]
    const source = before && written[before.index]?.node
    const id = after && next.clauses[after.index]?.id
    if (!before || !after || !source || id === undefined || before.id === undefined) continue
    if (source.type === 'note' || after.node.type === 'note' || before.node.type === 'note') continue
    const alike = before.kind === after.kind && plainText(before.node) === plainText(after.node)
    const [marks, former] = [noteMarks(after.node), noteMarks(source)]
    const sameNotes = marks.length === former.length
    found.set(id, {
      id: before.id,
      attributes: source.attributes,
      ...(alike && sameNotes && 'content' in source
        ? { content: source.content }
        : 'content' in source
          ? { former: source.content }
          : {}),
      ...(sameNotes && marks.length > 0 ? { notes: new Map(marks.map((name, i) => [name, former[i] as string])) } : {}),
    })
  }
  return found
}

/** Ids of the clauses that do not print what the imported ones print. */
function differing(policy: Policy, imported: Policy): ReadonlySet<string> {
  const expected = resolve(imported).value.clauses
  return new Set(
    resolve(policy).value.clauses.flatMap(({ node, id }, i) =>
      id !== undefined && plainText(node) !== plainText(expected[i]?.node ?? node) ? [id] : [],
    ),
  )
}

/** The policy with ids renamed, where they stand and where references name them, and with what its clauses inherit. */
function rewritten(
  policy: Policy,
  ids: ReadonlyMap<string, string>,
  inherited: ReadonlyMap<string, Inherited>,
  values: Readonly<Record<string, string>>,
): Policy {
  const notes = noteNames(policy, inherited)
  const linked = mapWords(policy, (content) =>
    mapInlines(content, (inline) => {
      const note = inline.type === 'footnoteReference' ? notes.get(inline.identifier) : undefined
      if (note !== undefined) return [{ ...inline, identifier: note, label: note } as Inline]
      const id = inline.type === 'link' && inline.url.startsWith('#') ? ids.get(inline.url.slice(1)) : undefined
      return id === undefined ? [inline] : [{ ...inline, url: `#${id}` } as Inline]
    }),
  )
  const named = { ...linked, notes: linked.notes.map((note) => ({ ...note, name: notes.get(note.name) ?? note.name })) }
  return mapClauses(named, (node) => {
    const { id } = node.attributes
    if (id === undefined) return node
    const from = inherited.get(id)
    const attributes = { ...merge(node.attributes, from?.attributes), id: ids.get(id) ?? id }
    if (!('content' in node) || !from) return { ...node, attributes }
    const content = from.content ?? (from.former ? withBlanks(node.content, from.former, values) : node.content)
    return { ...node, attributes, content }
  })
}

/** The final name of every footnote: the one it had, else its own, and never one twice. */
function noteNames(policy: Policy, inherited: ReadonlyMap<string, Inherited>): ReadonlyMap<string, string> {
  const known = new Map([...inherited.values()].flatMap(({ notes }) => [...(notes ?? [])]))
  const used = new Set(known.values())
  return new Map(
    policy.notes.map(({ name }) => {
      const final = known.get(name) ?? freeId(name, used)
      used.add(final)
      return [name, final]
    }),
  )
}

/** How it is numbered is for the new text to say; what it is about, for the one before. */
function merge(attributes: Attributes, before: Attributes | undefined): Attributes {
  if (!before) return attributes
  const { label: _, ...values } = before.values
  return {
    ...attributes,
    classes: [...new Set([...attributes.classes, ...before.classes.filter((name) => name !== 'unnumbered')])],
    values: { ...values, ...attributes.values },
  }
}
