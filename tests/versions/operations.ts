import { type Draft, letters, type Operation, type Truth, type Unit } from './draft.js'
import { sentence } from './invented.js'
import { REWRITERS } from './rewrite.js'

const record = (draft: Draft, uid: number, truth: Partial<Truth> & { operation: Operation }): void => {
  const before = draft.truth.get(uid)
  draft.truth.set(uid, { fate: 'unchanged', moved: false, marked: 0, ...before, ...truth })
}

const untouched = (draft: Draft, holds: (unit: Unit) => boolean): Unit | undefined => {
  const free = draft.units.filter((unit) => !draft.truth.has(unit.uid) && holds(unit))
  return free.length > 0 ? draft.dice.pick(free) : undefined
}
const body = (unit: Unit) => unit.kind !== 'heading'
const sentences = (text: string): string[] => text.split(/(?<=\.) (?=\p{Lu})/u)

const edit = (draft: Draft, unit: Unit, operation: Operation, by: string = operation): boolean => {
  const result = REWRITERS[by]?.(unit.text, draft)
  if (!result) return false
  record(draft, unit.uid, { operation, fate: operation === 'typography' ? 'unchanged' : 'edited', marked: result.marked })
  draft.units = draft.units.map((other) => (other.uid === unit.uid ? { ...other, text: result.text } : other))
  return true
}

/** Where a block may be put so that it truly moved: past at least two others, and not before the first heading. */
function displace(draft: Draft, from: number, length: number, anywhere: (at: number) => boolean): boolean {
  const block = draft.units.slice(from, from + length)
  const rest = [...draft.units.slice(0, from), ...draft.units.slice(from + length)]
  const places = rest.map((_, at) => at).filter((at) => at > 0 && Math.abs(at - from) > 2 && anywhere(at))
  if (places.length === 0) return false
  const at = draft.dice.pick(places)
  draft.units = [...rest.slice(0, at), ...block, ...rest.slice(at)]
  return true
}

/** Divides or joins, and then changes a word or two in what it made. */
function withEdits(draft: Draft, operation: 'split' | 'merge'): boolean {
  const before = new Set(draft.parts.keys())
  if (!OPERATIONS[operation](draft)) return false
  const [made = -1] = [...draft.parts.keys()].filter((uid) => !before.has(uid))
  const changed = operation === 'split' ? (draft.parts.get(made) ?? []) : [made]
  for (const uid of changed) {
    for (let times = 1 + draft.dice.below(2); times > 0; times--) reworded(draft, uid)
  }
  return true
}

function reworded(draft: Draft, uid: number): void {
  for (const by of draft.dice.chance(0.5) ? ['reword', 'insert'] : ['negate', 'insert']) {
    const unit = draft.units.find((other) => other.uid === uid)
    const result = unit && REWRITERS[by]?.(unit.text, draft)
    if (!result) continue
    draft.units = draft.units.map((other) => (other.uid === uid ? { ...other, text: result.text } : other))
    return
  }
}

/** What can be done to a policy. Each says whether it could. */
export const OPERATIONS: Readonly<Record<Operation, (draft: Draft) => boolean>> = {
  ...(Object.fromEntries(
    Object.keys(REWRITERS).map((name) => [
      name,
      (draft: Draft) => {
        const unit = untouched(draft, body)
        return unit !== undefined && edit(draft, unit, name as Operation)
      },
    ]),
  ) as Record<
    'reword' | 'insert' | 'negate' | 'modal' | 'number' | 'date' | 'spelling' | 'punctuation' | 'typography',
    (draft: Draft) => boolean
  >),
  move: (draft) => {
    const unit = untouched(draft, body)
    if (!unit || !displace(draft, draft.units.indexOf(unit), 1, () => true)) return false
    record(draft, unit.uid, { operation: 'move', moved: true })
    return true
  },
  'move-edit': (draft) => {
    const unit = untouched(draft, body)
    if (!unit || !displace(draft, draft.units.indexOf(unit), 1, () => true)) return false
    record(draft, unit.uid, { operation: 'move-edit', moved: true })
    return (
      edit(draft, unit, 'move-edit', draft.dice.pick(['reword', 'insert', 'negate'])) || edit(draft, unit, 'move-edit', 'insert')
    )
  },
  'move-section': (draft) => {
    const unit = untouched(draft, ({ kind, depth }) => kind === 'heading' && depth === 2)
    if (!unit) return false
    const from = draft.units.indexOf(unit)
    const chapters = draft.units.flatMap(({ kind, depth }, at) => (kind === 'heading' && depth === 2 ? [at] : []))
    const to = chapters.find((at) => at > from) ?? draft.units.length
    if (chapters.length < 4 || to - from > draft.units.length / 3) return false
    const block = draft.units.slice(from, to)
    const rest = draft.units.filter((candidate) => !block.includes(candidate))
    const starts = rest.flatMap(({ kind, depth }, at) => (kind === 'heading' && depth === 2 && at !== from ? [at] : []))
    const at = draft.dice.pick(starts)
    // Past a single chapter it is not decided which of the two moved.
    const between = rest
      .slice(Math.min(at, from), Math.max(at, from))
      .filter(({ kind, depth }) => kind === 'heading' && depth === 2)
    if (between.length < 2) return false
    draft.units = [...rest.slice(0, at), ...block, ...rest.slice(at)]
    record(draft, unit.uid, { operation: 'move-section', moved: true })
    return true
  },
  retitle: (draft) => {
    const unit = untouched(draft, ({ kind }) => kind === 'heading')
    const title = draft.titles.shift()
    if (!unit || title === undefined) return false
    record(draft, unit.uid, { operation: 'retitle', fate: 'edited', marked: letters(unit.text) + letters(title) })
    draft.units = draft.units.map((other) => (other === unit ? { ...other, text: title } : other))
    return true
  },
  add: (draft) => {
    const at = 1 + draft.dice.below(draft.units.length)
    const before = draft.units[at - 1]
    const kind = before?.kind === 'item' ? 'item' : 'paragraph'
    const text = Array.from({ length: 1 + draft.dice.below(2) }, () => sentence(draft.dice, draft.lang)).join(' ')
    const unit: Unit = { uid: draft.uid++, kind, depth: 0, text }
    record(draft, unit.uid, { operation: 'add', fate: 'added', marked: letters(text) })
    draft.units = [...draft.units.slice(0, at), unit, ...draft.units.slice(at)]
    return true
  },
  'add-section': (draft) => {
    const starts = draft.units.flatMap(({ kind, depth }, at) => (kind === 'heading' && depth === 2 && at > 0 ? [at] : []))
    const title = draft.titles.shift()
    if (starts.length === 0 || title === undefined) return false
    const at = draft.dice.pick(starts)
    const units: Unit[] = [
      { uid: draft.uid++, kind: 'heading', depth: 2, text: title },
      { uid: draft.uid++, kind: 'paragraph', depth: 0, text: sentence(draft.dice, draft.lang) },
    ]
    for (const { uid, text } of units) record(draft, uid, { operation: 'add-section', fate: 'added', marked: letters(text) })
    draft.units = [...draft.units.slice(0, at), ...units, ...draft.units.slice(at)]
    return true
  },
  remove: (draft) => {
    const unit = untouched(draft, body)
    if (!unit) return false
    record(draft, unit.uid, { operation: 'remove', fate: 'removed', marked: letters(unit.text) })
    draft.units = draft.units.filter((other) => other !== unit)
    return true
  },
  split: (draft) => {
    const unit = untouched(draft, ({ kind, text }) => kind === 'paragraph' && sentences(text).length > 1)
    if (!unit) return false
    const all = sentences(unit.text)
    const cut = 1 + draft.dice.below(all.length - 1)
    const halves = [all.slice(0, cut), all.slice(cut)].map((half): Unit => ({ ...unit, uid: draft.uid++, text: half.join(' ') }))
    record(draft, unit.uid, { operation: 'split', fate: 'split' })
    for (const half of halves) record(draft, half.uid, { operation: 'split', fate: 'split' })
    draft.parts.set(
      unit.uid,
      halves.map(({ uid }) => uid),
    )
    draft.units = draft.units.flatMap((other) => (other === unit ? halves : [other]))
    return true
  },
  merge: (draft) => {
    const pairs = draft.units.flatMap((unit, at) => {
      const after = draft.units[at + 1]
      const free =
        after &&
        unit.kind === 'paragraph' &&
        after.kind === 'paragraph' &&
        !draft.truth.has(unit.uid) &&
        !draft.truth.has(after.uid)
      return free ? [[unit, after] as const] : []
    })
    if (pairs.length === 0) return false
    const [first, second] = draft.dice.pick(pairs)
    const unit: Unit = { ...first, uid: draft.uid++, text: `${first.text} ${second.text}` }
    for (const { uid } of [first, second, unit]) record(draft, uid, { operation: 'merge', fate: 'merged' })
    draft.parts.set(unit.uid, [first.uid, second.uid])
    draft.units = draft.units.flatMap((other) => (other === first ? [unit] : other === second ? [] : [other]))
    return true
  },
  'split-edit': (draft) => withEdits(draft, 'split'),
  'merge-edit': (draft) => withEdits(draft, 'merge'),
}
