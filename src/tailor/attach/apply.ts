import {
  type Attributes,
  type ClauseNode,
  clauses,
  type Inline,
  type Metadata,
  mapInlines,
  mapWords,
  type Policy,
  type PolicyBody,
} from '../../model/index.js'
import { editFrontMatter, type YamlEdit } from '../../read/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { ownWords } from '../merge/index.js'
import { freeId, mapClauses } from '../rewrite.js'
import type { Edition } from '../upgrade.js'
import { writtenLike } from '../written-out.js'
import { type Confirmed, provisionOf } from './decisions.js'
import { type AttachmentProposal, nameOf } from './propose.js'
import type { Provision } from './provisions.js'

/** What becomes of the attributes of a clause. */
interface Mark {
  readonly id?: string
  readonly provision?: Provision
  readonly covers: readonly string[]
}

/** A school's text under the ids of its template. */
interface AttachedText extends PolicyBody {
  readonly yaml: string
  /** The new id of every clause that had another, by the one it had. */
  readonly renamed: ReadonlyMap<string, string>
}

/**
 * Gives confirmed clauses the ids of their provisions, with the marks by which a template knows them, and pins the policy to the edition. No word
 * changes, and no number: what pointed at a former id points at the new one. A clause of the school's own whose id is one of the template's gets
 * another.
 */
export function applyAttachment(
  { school, provisions }: AttachmentProposal,
  confirmed: Confirmed,
  edition: Edition,
  { name, today }: { readonly name: string; readonly today: string },
): AttachedText {
  const theirs = new Set(provisions.map(({ id }) => id))
  const all = clauses(school)
  const pinned = isPinned(school, edition, name)
  const known = new Set(pinned ? all.flatMap(({ id }) => id ?? []) : [])
  const used = new Set([...theirs, ...all.flatMap(({ id }) => id ?? [])])
  const marks = new Map<unknown, Mark>()
  // What was filled in stands in the words already.
  const values = {
    ...school,
    metadata: { ...school.metadata, parameters: { ...school.metadata.parameters, ...confirmed.parameters } },
  }
  const renamed = new Map<string, string>()
  for (const clause of all) {
    if (clause.kind === 'note') continue
    const attached = confirmed.clauses.get(nameOf(clause as ResolvedClause))
    const provision = attached && provisionOf(provisions, attached)
    const id =
      provision?.id ??
      (clause.id !== undefined && theirs.has(clause.id) && !known.has(clause.id) ? freeId(clause.id, used) : clause.id)
    if (id !== undefined) used.add(id)
    if (id !== undefined && clause.id !== undefined && id !== clause.id) renamed.set(clause.id, id)
    marks.set(clause.node, {
      ...(id === undefined ? {} : { id }),
      ...(provision ? { provision } : {}),
      covers: attached?.covers ?? [],
    })
  }
  const linked = mapClauses(school, (node) => {
    const mark = marks.get(node)
    return mark ? { ...node, attributes: marked(node, mark, values) } : node
  })
  const { children, notes } = mapWords(linked, (content) =>
    mapInlines(content, (inline) => {
      const id = inline.type === 'link' && inline.url.startsWith('#') ? renamed.get(inline.url.slice(1)) : undefined
      return id === undefined ? [inline] : [{ ...inline, url: `#${id}` } as Inline]
    }),
  )
  return {
    children,
    notes,
    yaml: frontMatter(
      school,
      confirmed,
      pinned,
      { template: name, version: edition.version, hash: edition.hash, attached: today },
      renamed,
    ),
    renamed,
  }
}

const isPinned = ({ metadata }: Policy, { version, hash }: Edition, name: string): boolean =>
  typeof metadata.extends === 'object' &&
  metadata.extends.template === name &&
  metadata.extends.version === version &&
  metadata.extends.hash === hash

/**
 * A clause's own attributes with the id and the marks of its provision: which variant it is, on what, whether it is optional, and whether it is
 * locked, as a provision is whose words the school has.
 */
function marked(node: ClauseNode, { id, provision, covers }: Mark, school: Policy): Attributes {
  const { id: _, ...own } = node.attributes
  const its = provision?.node.attributes
  const holds = provision && ownWords(writtenLike(provision.node, node, school)) === ownWords(node)
  const marks = its?.classes.filter((name) => name === 'optional' || (name === 'locked' && holds)) ?? []
  const { topic, variant } = its?.values ?? {}
  return {
    ...own,
    ...(id === undefined ? {} : { id }),
    classes: [...new Set([...own.classes, ...marks])],
    values: {
      ...(topic === undefined ? {} : { topic }),
      ...own.values,
      ...(variant === undefined ? {} : { variant }),
      ...(covers.length > 0 ? { covers: covers.join(' ') } : {}),
    },
  }
}

function frontMatter(
  { metadata, yaml }: Policy,
  { parameters }: Confirmed,
  pinned: boolean,
  pin: Metadata['extends'],
  renamed: ReadonlyMap<string, string>,
): string {
  const edits: YamlEdit[] = pinned ? [] : [{ path: ['extends'], value: pin }]
  for (const [name, value] of Object.entries(parameters)) edits.push({ path: ['parameters', name], value })
  // Of a clause that was renamed before, the versions before know the first name.
  const former = metadata.renamed ?? {}
  const names = Object.fromEntries([
    ...Object.entries(former).filter(([id]) => !renamed.has(id)),
    ...[...renamed].map(([before, id]) => [id, former[before] ?? before] as const).filter(([id, before]) => id !== before),
  ])
  if (renamed.size > 0) edits.push({ path: ['renamed'], value: names })
  for (const key of ['changes', 'deviations', 'decisions'] as const) {
    const entries = Object.entries(metadata[key] ?? {})
    if (!entries.some(([id]) => renamed.has(id))) continue
    edits.push({ path: [key], value: Object.fromEntries(entries.map(([id, value]) => [renamed.get(id) ?? id, value])) })
  }
  for (const [at, { clause }] of (metadata.remarks ?? []).entries()) {
    const id = clause === undefined ? undefined : renamed.get(clause)
    if (id !== undefined) edits.push({ path: ['remarks', at, 'clause'], value: id })
  }
  return editFrontMatter(yaml, edits) ?? yaml
}
