import {
  type Block,
  type ClauseNode,
  canonicalClause,
  type Item,
  type Note,
  type Policy,
  type PolicyBody,
} from '../../model/index.js'
import { readBeside } from './beside.js'
import { build, type Texts } from './build.js'
import { attributesKey, marksOf, mergeContent, ownWords } from './content.js'
import { type Identities, identify } from './identity.js'
import { type Outline, type OutlinePlace, outlinesOf } from './outline.js'
import { ASKS, type MergeOptions, type Outcome, resultOf, type Step, WAYS } from './step.js'

export interface Merge {
  readonly body: PolicyBody
  /** In the order of the merged text; what is in none of it behind what it followed. */
  readonly steps: readonly Step[]
  readonly identities: Identities
}

/**
 * Three texts as one: what one side changed is changed, what both changed is put together or asked. No clause of ours is lost or changed where we
 * changed it, unless it is decided so or both changes stand in it. Pure: the same texts and decisions give the same, in any order.
 */
export function mergePolicies(base: Policy, theirs: Policy, ours: Policy, options: MergeOptions = {}): Merge {
  const texts: Texts = [base, theirs, ours]
  const identities = identify(base, theirs, ours)
  const outlines = outlinesOf(texts, identities)
  const keys = new Set(outlines.flatMap(({ places }) => [...places.keys()]))
  const steps = new Map<string, Step>()
  // A rule in a section is named by it, and is no clause.
  for (const key of keys) if (/^c\d+$/.test(key)) steps.set(key, stepOf(key, texts, outlines, identities, options))
  tie(steps, identities, options)
  withAround(steps, outlines)
  readBeside(steps, outlines, ours.metadata.lang, options)
  const { body, order } = build(texts, outlines, steps)
  return { body, steps: order.flatMap((key) => steps.get(key) ?? []), identities }
}

function stepOf(
  key: string,
  texts: Texts,
  outlines: readonly [Outline, Outline, Outline],
  { moved }: Identities,
  { decisions, open, settled, whole, gone }: MergeOptions,
): Step {
  const [o, t, u] = outlines.map(({ places }) => places.get(key)) as (OutlinePlace | undefined)[]
  const [b, theirs, own] = [o, t, u].map((placed) => placed?.node as ClauseNode | undefined)
  const id = own?.attributes.id ?? theirs?.attributes.id ?? b?.attributes.id
  const before = id !== undefined && open?.has(id) ? open.get(id) : b
  const number = Number(key.slice(1))
  const moves = { theirs: moved.theirs.has(number), ours: moved.ours.has(number) }
  const [said, saidByThem, saidByUs] = [[before, texts[0]] as const, [theirs, texts[1]] as const, [own, texts[2]] as const].map(
    ([node, text]) => node && saying(node, text),
  )
  const [theirWay, ourWay] = [said !== saidByThem, said !== saidByUs]
  const alike = saidByThem === saidByUs
  const both = before && theirs && own && theirWay && ourWay && !alike
  const notesDiffer = both && notesOf(theirs, texts[1]) !== notesOf(own, texts[2])
  const divided = notesDiffer || (id !== undefined && whole?.has(id))
  const merged = both && !divided ? mergeContent(before, theirs, own, texts[2].metadata.lang) : undefined
  const simply = outcomeOf({
    before,
    theirs,
    own,
    // Of what we took out, it does not matter where the template has it now.
    theirWay: theirWay || (moves.theirs && own !== undefined),
    ourWay: ourWay || moves.ours,
    alike,
    merged: merged !== undefined || !(theirWay && ourWay),
  })
  const found = simply === 'taken' && id !== undefined && gone?.has(id) ? 'variant-gone' : simply
  const outcome = ASKS.has(found) && id !== undefined && settled?.has(id) ? (own ? 'ours' : 'dropped') : found
  const decided = id === undefined ? undefined : decisions?.get(id)
  return {
    ...(id === undefined ? {} : { id }),
    outcome,
    ...(before ? { base: before } : {}),
    ...(theirs ? { theirs } : {}),
    ...(own ? { ours: own } : {}),
    ...(merged ? { merged: merged.node } : {}),
    inSentence: merged?.inSentence ?? false,
    moved: moves,
    ways: WAYS[outcome],
    asks: ASKS.has(outcome),
    ...(decided ? { decided } : {}),
  }
}

/** All that a clause says: its words, its attributes and the texts of its notes. */
const saying = (node: ClauseNode, text: Policy): string =>
  [ownWords(node), attributesKey(node.attributes), notesOf(node, text)].join('\n')

function notesOf(node: ClauseNode, { notes }: Policy): string {
  const marks = marksOf(node)
  return marks.length === 0
    ? ''
    : notes
        .filter(({ name }) => marks.includes(name))
        .map(wholeNote)
        .join('\n')
}

const wholeNote = ({ name, children }: Note): string => [name, ...children.map(wholeBlock)].join(' ')
const wholeBlock = (block: Block | Item): string => {
  const inside = block.type === 'list' ? block.items : 'children' in block ? block.children : []
  return [canonicalClause(block), ...inside.map(wholeBlock)].join(' ')
}

/**
 * What stands around a clause stays as long as the clause does: a heading that the template took out, with a clause of ours below it. Nobody is asked
 * of it, for what becomes of it follows from the clause.
 * What is new below something that we took out stays away with it.
 */
function withAround(steps: Map<string, Step>, [, theirs, ours]: readonly [Outline, Outline, Outline]): void {
  for (const [key, step] of [...steps]) {
    if (step.ours && !step.theirs && resultOf(step)) {
      for (const up of above(key, ours)) {
        const around = steps.get(up)
        if (around?.outcome !== 'withdrawn' || around.decided) continue
        steps.set(up, { ...around, outcome: 'withdrawn-around', ways: WAYS['withdrawn-around'] })
      }
    }
    if (step.outcome !== 'new') continue
    const gone = above(key, theirs)
      .map((up) => steps.get(up))
      .find((around) => around !== undefined && around.base !== undefined && !resultOf(around))
    if (gone) steps.set(key, { ...step, decided: { way: 'keep' }, ways: [], ...(gone.id === undefined ? {} : { lead: gone.id }) })
  }
}

/** What a clause stands in, from near to far. */
function above(key: string, { places }: Outline): readonly string[] {
  const found: string[] = []
  for (let up = places.get(key)?.parent; up !== undefined && places.has(up); up = places.get(up)?.parent) found.push(up)
  return found
}

interface Found {
  readonly before: ClauseNode | undefined
  readonly theirs: ClauseNode | undefined
  readonly own: ClauseNode | undefined
  readonly theirWay: boolean
  readonly ourWay: boolean
  readonly alike: boolean
  readonly merged: boolean
}

function outcomeOf({ before, theirs, own, theirWay, ourWay, alike, merged }: Found): Outcome {
  if (!before) return !theirs ? 'own' : !own ? 'new' : alike ? 'same' : 'conflict'
  if (!theirs) return !own ? 'dropped' : ourWay ? 'withdrawn-edited' : 'withdrawn'
  if (!own) return theirWay ? 'dropped-changed' : 'dropped'
  if (!theirWay) return ourWay ? 'ours' : 'same'
  if (!ourWay) return 'taken'
  return alike ? 'same' : merged ? 'merged' : 'conflict'
}

const changed = (a: ClauseNode, b: ClauseNode): boolean =>
  ownWords(a) !== ownWords(b) || attributesKey(a.attributes) !== attributesKey(b.attributes)

/**
 * A provision that the template divided, or put together with another, is one question where we changed a part of it: taking one part without
 * the other would say something twice, or not at all. Where all that we changed stands in words that the template left in their place, both changes
 * are put together and the other parts are as the template has them.
 */
function tie(steps: Map<string, Step>, { leads }: Identities, { decisions, settled }: MergeOptions): void {
  const groups = new Map<number, number[]>()
  for (const [part, lead] of leads) groups.set(lead, [...(groups.get(lead) ?? []), part])
  for (const [lead, parts] of groups) {
    const key = `c${lead}`
    const whole = steps.get(key)
    const members = parts.map((part) => `c${part}`)
    const isEdited = (each: string): boolean => {
      const { base, ours } = steps.get(each) ?? {}
      return base !== undefined && (ours === undefined || changed(base, ours))
    }
    if (!whole || ![key, ...members].some(isEdited)) continue
    const isSettled = whole.id !== undefined && settled?.has(whole.id)
    const isMerged = !isSettled && whole.outcome === 'merged' && !members.some(isEdited)
    if (!isMerged) {
      const outcome = isSettled ? 'ours' : whole.ours ? 'conflict' : 'dropped-changed'
      const { merged: _, ...rest } = whole
      steps.set(key, { ...rest, outcome, ways: WAYS[outcome], asks: ASKS.has(outcome) })
    }
    const decided = whole.id === undefined ? undefined : decisions?.get(whole.id)
    const way = decided?.way ?? (isMerged ? 'merge' : 'keep')
    for (const member of members) {
      const step = steps.get(member)
      if (!step) continue
      const { merged: __, decided: ___, ...part } = step
      steps.set(member, {
        ...part,
        ways: [],
        asks: false,
        ...(whole.id === undefined ? {} : { lead: whole.id }),
        decided: { way: way === 'template' || way === 'merge' ? 'template' : 'keep' },
      })
    }
  }
}
