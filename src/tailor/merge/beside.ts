import { isLightWord, stem, wordsOf } from '../../language/index.js'
import { type ClauseNode, type Language, plainText } from '../../model/index.js'
import type { Outline } from './outline.js'
import { ASKS, type MergeOptions, type Step, WAYS } from './step.js'

/** What both must speak of before they are read beside each other: a blank or a number says more of it than a word. */
const ENOUGH = 2
const BY_ITSELF = 2
/** Of a long clause some words are always elsewhere: what moved is a good part of what the new provision says, or of what went. */
const SHARE_THAT_MOVED = 0.25
/** Of what a new provision and words of our own have in common, there is more chance. */
const ENOUGH_OF_OURS = 3
const SHARE_OF_OURS = 0.5
/** What more clauses than this say, in part of all or in number, tells none from the others. */
const COMMON = 0.05
const FEW = 3

/**
 * A new provision that speaks of what we say otherwise is asked about: the template moved into it what we changed where it stood, or it says
 * what we had put in ourselves. Taken over in silence, the text would say one thing twice, or two things of one matter. So is an optional one, as
 * whoever adapts the template is. What stands in it goes with it.
 */
export function readBeside(
  steps: Map<string, Step>,
  [, theirs]: readonly [Outline, Outline, Outline],
  lang: Language,
  { open, settled, optional }: Pick<MergeOptions, 'open' | 'settled' | 'optional'>,
): void {
  const isOptional = ({ id }: Step) => id !== undefined && optional?.has(id) === true
  const fresh = [...steps].filter(
    ([, step]) => step.outcome === 'new' && step.ways.length > 0 && (isSpoken(step.theirs) || isOptional(step)),
  )
  if (fresh.length === 0) return
  const spoken = keysBy([...steps.values()], lang)
  const edited = [...steps.values()].filter(isOurs)
  for (const [key, step] of fresh) {
    // What stands in another that is asked about is decided with it.
    if (steps.get(key) !== step && steps.get(key)?.decided?.way === 'keep') continue
    const beside = isSpoken(step.theirs) ? nearest(step, edited, spoken) : undefined
    if (!beside && !isOptional(step) && !(step.id !== undefined && open?.has(step.id))) continue
    // Of what was decided on, the same is not asked again.
    const asks = beside || !isOptional(step) ? 'new-beside' : 'new-optional'
    const outcome = step.id !== undefined && settled?.has(step.id) ? 'dropped' : asks
    steps.set(key, { ...step, outcome, ways: WAYS[outcome], asks: ASKS.has(outcome), ...(beside ? { beside } : {}) })
    for (const inside of below(key, theirs)) {
      const member = steps.get(inside)
      if (member?.outcome !== 'new') continue
      const lead = step.id === undefined ? {} : { lead: step.id }
      steps.set(inside, {
        ...member,
        ...lead,
        ways: [],
        decided: { way: step.decided?.way === 'template' ? 'template' : 'keep' },
      })
    }
  }
}

/** Headings name, and a table holds words of many matters. */
const isSpoken = (node: ClauseNode | undefined): node is ClauseNode =>
  node !== undefined && node.type !== 'section' && node.type !== 'table' && node.type !== 'verbatim'

/** What we say otherwise than the template did: a clause of our own, one that we edited, one that we left out. */
const isOurs = ({ base, ours, outcome }: Step): boolean =>
  outcome !== 'same' && (isSpoken(base) || isSpoken(ours)) && (!base || !ours || plainText(base) !== plainText(ours))

type Keys = ReadonlySet<string>

function nearest(step: Step, edited: readonly Step[], keysOf: (node: ClauseNode | undefined) => Keys): Step['beside'] {
  const said = keysOf(step.theirs)
  let best: { readonly weight: number; readonly step: Step } | undefined
  for (const other of edited) {
    const [before, now, own] = [other.base, other.theirs, other.ours].map(keysOf) as [Keys, Keys, Keys]
    // Where both changes are put together, what the template moved is gone from our text, too.
    const gone = other.outcome === 'merged' ? [] : [...before].filter((each) => !now.has(each))
    const moved = weightOf(gone.filter((each) => said.has(each)))
    const isMoved = moved >= ENOUGH && moved >= SHARE_THAT_MOVED * Math.min(weightOf(said), weightOf(gone))
    const added = [...own].filter((each) => !before.has(each) && !now.has(each))
    const shared = weightOf(added.filter((each) => said.has(each)))
    const isAlike = shared >= ENOUGH_OF_OURS && shared >= SHARE_OF_OURS * Math.min(weightOf(said), weightOf(added))
    const weight = Math.max(isMoved ? moved : 0, isAlike ? shared : 0)
    if (weight > (best?.weight ?? 0)) best = { weight, step: other }
  }
  const { id, ours, base } = best?.step ?? {}
  const node = ours ?? base
  return id === undefined || !node ? undefined : { id, node, isLeftOut: !ours }
}

const weightOf = (keys: Iterable<string>): number => [...keys].reduce((sum, key) => sum + (/[\d{]/.test(key) ? BY_ITSELF : 1), 0)

/** What a clause speaks of: blanks, numbers and stems of words, but what many clauses say. */
function keysBy(steps: readonly Step[], lang: Language): (node: ClauseNode | undefined) => Keys {
  const known = new Map<ClauseNode, Keys>()
  const read = (node: ClauseNode): Keys => {
    const text = plainText(node)
    const blanks = text.match(/\{\{[^{}]*\}\}/g) ?? []
    const words = wordsOf(text.replace(/\{\{[^{}]*\}\}/g, ' ')).filter((word) => !isLightWord(word))
    return new Set([...blanks.map((blank) => blank.replace(/\s/g, '')), ...words.map((word) => stem(word, lang))])
  }
  const counts = new Map<string, number>()
  let count = 0
  for (const { base, theirs, ours } of steps) {
    for (const node of [base, theirs, ours]) if (node) known.set(node, read(node))
    const first = base ?? theirs ?? ours
    count++
    for (const key of first ? (known.get(first) ?? []) : []) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const most = Math.max(FEW, COMMON * count)
  const telling = new Map(
    [...known].map(([node, keys]) => [node, new Set([...keys].filter((key) => (counts.get(key) ?? 0) <= most))]),
  )
  return (node) => (node && telling.get(node)) ?? new Set()
}

/** What stands in a clause, however deep. */
function below(key: string, outline: Outline): readonly string[] {
  return (outline.children.get(key) ?? []).flatMap((child) => [child, ...below(child, outline)])
}
