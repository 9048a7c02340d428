import { join } from 'node:path'

/** What reading and linking one file costs, in bytes that are compiled in the time. */
const A_FILE = 15_000

/**
 * What else each entry of a bundle is to load, so that chunks that stand alone for little are wanted by the same entries and become one file.
 * Two are joined while all runs of the program together gain by it: a run that wanted both reads one file less, one that wanted one of
 * them compiles the other, and what that one needs. `outputs` is what esbuild says of each file, by its full path.
 */
export function joined(outputs) {
  const entries = [...outputs].filter(([, { entryPoint }]) => entryPoint).map(([path]) => path)
  const needs = new Map([...outputs.keys()].map((path) => [path, reachedFrom(path, outputs)]))
  const groups = [...outputs].flatMap(([path, { bytes, entryPoint }]) =>
    entryPoint ? [] : [{ paths: [path], bytes, wanted: setOf(entries.map((entry) => needs.get(entry).has(path))) }],
  )
  const always = setOf(entries.map((entry) => /\/process\.ts$|\/main\.ts$/.test(outputs.get(entry).entryPoint)))
  const known = new Map()
  /** How often a set of entries is run: what every command loads is loaded as often as there are commands. */
  const runs = (wanted) => {
    if (!known.has(wanted)) known.set(wanted, wanted & always ? entries.length : sizeOf(wanted))
    return known.get(wanted)
  }
  for (let best = bestPair(groups, needs, runs); best; best = bestPair(groups, needs, runs)) {
    const { a, b, after } = best
    for (const [group, wanted] of after) group.wanted = wanted
    a.paths.push(...b.paths)
    a.bytes += b.bytes
    groups.splice(groups.indexOf(b), 1)
  }
  const more = new Map()
  for (const { paths, wanted } of groups)
    for (const path of paths)
      for (const [i, entry] of entries.entries())
        if ((wanted >> BigInt(i)) & 1n && !needs.get(entry).has(path)) more.set(entry, [...(more.get(entry) ?? []), path])
  return more
}

/** A set of entries is a number with a bit for each: thousands of pairs are put together for each two that are joined. */
const setOf = (holds) => holds.reduce((set, is, i) => (is ? set | (1n << BigInt(i)) : set), 0n)
const sizeOf = (set) => set.toString(2).replaceAll('0', '').length

/** What is loaded with a file: itself, and what it asks for when it is loaded. */
function reachedFrom(path, outputs) {
  const reached = new Set()
  const visit = (at) => {
    if (reached.has(at)) return
    reached.add(at)
    for (const { path: next, kind, external } of outputs.get(at).imports)
      if (kind === 'import-statement' && !external) visit(join(process.cwd(), next))
  }
  visit(path)
  return reached
}

/** The two groups that all runs gain most by when they become one, with what each group is wanted by then. */
function bestPair(groups, needs, runs) {
  const groupOf = new Map(groups.flatMap((group) => group.paths.map((path) => [path, group])))
  const below = new Map(
    groups.map((group) => [
      group,
      [...new Set(group.paths.flatMap((path) => [...needs.get(path)].map((each) => groupOf.get(each))))].filter(
        (other) => other && other !== group,
      ),
    ]),
  )
  let best
  for (const [i, a] of groups.entries()) {
    for (let j = i + 1; j < groups.length; j++) {
      const b = groups[j]
      const wanted = a.wanted | b.wanted
      const all = runs(wanted)
      let gain =
        A_FILE * (runs(a.wanted) + runs(b.wanted) - all) - a.bytes * (all - runs(a.wanted)) - b.bytes * (all - runs(b.wanted))
      if (gain <= (best?.gain ?? 0)) continue
      const after = new Map([[a, wanted]])
      for (const other of new Set([...below.get(a), ...below.get(b)])) {
        if (other === a || other === b) continue
        const now = other.wanted | wanted
        gain -= (other.bytes + A_FILE) * (runs(now) - runs(other.wanted))
        if (now !== other.wanted) after.set(other, now)
      }
      if (gain > (best?.gain ?? 0)) best = { a, b, gain, after }
    }
  }
  return best
}
