import { diffArrays } from 'diff'
import { Fragment, type Node } from 'prosemirror-model'
import { append } from '../model/index.js'

/**
 * Two documents that come of one, as one that has what changed in either. Undefined where both changed the same clause: which of the two is
 * meant only a person knows.
 */
export function mergeDocuments(base: Node, mine: Node, theirs: Node): Node | undefined {
  if (mine.eq(theirs) || theirs.eq(base)) return mine
  if (mine.eq(base)) return theirs
  const isOneKind = base.hasMarkup(mine.type, mine.attrs) && base.hasMarkup(theirs.type, theirs.attrs)
  if (!isOneKind || base.isTextblock || base.isLeaf) return undefined
  const children = mergeChildren(base.children, mine.children, theirs.children)
  return children && base.type.validContent(Fragment.from(children)) ? base.type.create(base.attrs, children) : undefined
}

type Nodes = readonly Node[]

function mergeChildren(base: Nodes, mine: Nodes, theirs: Nodes): Node[] | undefined {
  const inMine = matches(base, mine)
  const inTheirs = matches(base, theirs)
  const merged: Node[] = []
  let from = { base: 0, mine: 0, theirs: 0 }
  for (let at = 0; at <= base.length; at++) {
    const ends = at === base.length
    const to = { base: at, mine: ends ? mine.length : inMine.get(at), theirs: ends ? theirs.length : inTheirs.get(at) }
    if (to.mine === undefined || to.theirs === undefined) continue
    const found = mergeStretch(base.slice(from.base, at), mine.slice(from.mine, to.mine), theirs.slice(from.theirs, to.theirs))
    if (!found) return undefined
    append(merged, [...found, ...base.slice(at, at + 1)])
    from = { base: at + 1, mine: to.mine + 1, theirs: to.theirs + 1 }
  }
  return merged
}

/** What stands between neighbours that all three have. */
function mergeStretch(base: Nodes, mine: Nodes, theirs: Nodes): Nodes | undefined {
  if (isSame(base, mine) || isSame(mine, theirs)) return theirs
  if (isSame(base, theirs)) return mine
  if (base.length !== mine.length || base.length !== theirs.length) return undefined
  const each = base.map((node, at) => mergeDocuments(node, mine[at] as Node, theirs[at] as Node))
  return each.every((node) => node !== undefined) ? each : undefined
}

const isSame = (some: Nodes, others: Nodes): boolean =>
  some.length === others.length && some.every((node, at) => node.eq(others[at] as Node))

function matches(from: Nodes, to: Nodes): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  let [at, there] = [0, 0]
  for (const { value, added, removed } of diffArrays([...from], [...to], { comparator: (a, b) => a.eq(b) })) {
    if (!added && !removed) value.forEach((_, i) => void found.set(at + i, there + i))
    if (!added) at += value.length
    if (!removed) there += value.length
  }
  return found
}
