import type { DrawnRule } from './drawn.js'
import type { Glyphs } from './lines.js'

// In sizes above the baseline: a rule here runs through small letters; lower it stands under them, higher above them.
const [LOWEST, HIGHEST] = [0.14, 0.5]

/**
 * Runs with the words marked that a rule runs through. A run that is struck in part is parted at its blanks: where its letters stand is
 * reckoned from their number, and a word is struck where most of it is.
 */
export function withStruck(glyphs: readonly Glyphs[], rules: readonly DrawnRule[]): readonly Glyphs[] {
  const across = rules.filter((rule) => rule.across).sort((one, other) => one.at - other.at)
  if (across.length === 0) return glyphs
  return glyphs.flatMap((run): readonly Glyphs[] => {
    const struck = through(run, across)
    return struck.length === 0 ? [run] : parted(run, struck)
  })
}

/** The rules through a run. */
function through({ text, x, y, width, size }: Glyphs, across: readonly DrawnRule[]): readonly DrawnRule[] {
  if (text.trim() === '') return []
  const found: DrawnRule[] = []
  for (let at = firstAbove(across, y + LOWEST * size); at < across.length; at += 1) {
    const rule = across[at] as DrawnRule
    if (rule.at > y + HIGHEST * size) break
    if (rule.from < x + width && rule.to > x) found.push(rule)
  }
  return found
}

/** The index of the first rule at a height or above it. */
function firstAbove(across: readonly DrawnRule[], height: number): number {
  let [low, high] = [0, across.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((across[middle] as DrawnRule).at < height) low = middle + 1
    else high = middle
  }
  return low
}

/** A run as one for each stretch of words that are struck alike. */
function parted(run: Glyphs, rules: readonly DrawnRule[]): readonly Glyphs[] {
  const perLetter = run.width / run.text.length
  const parts: { text: string; from: number; struck: boolean }[] = []
  for (const { 0: word, index } of run.text.matchAll(/\s*\S+\s*$|\s*\S+/g)) {
    const letters = word.trim().length
    const first = run.x + perLetter * (index + word.search(/\S/))
    const covered = rules.reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to, first + letters * perLetter) - Math.max(from, first)),
      0,
    )
    const struck = covered > (letters * perLetter) / 2
    const last = parts.at(-1)
    if (last?.struck === struck) last.text += word
    else parts.push({ text: word, from: index, struck })
  }
  return parts.map(({ text, from, struck }) => ({
    ...run,
    text,
    x: run.x + from * perLetter,
    width: text.length * perLetter,
    ...(struck ? { struck: true as const } : {}),
  }))
}
