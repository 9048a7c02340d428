import { execFileSync } from 'node:child_process'
import { applyPatch, diffArrays, structuredPatch } from 'diff'
import { sentencesOf } from '../../src/language/index.js'
import { clauses, type Policy, plainText } from '../../src/model/index.js'
import { presentPolicy, resolveBrand } from '../../src/present/index.js'
import { proposeIds, readPolicy } from '../../src/read/index.js'
import { renderText } from '../../src/render/text/index.js'
import { resolve } from '../../src/resolve/index.js'
import { asVersionOf, asWritten } from '../../src/tailor/index.js'
import { mergePolicies } from '../../src/tailor/merge/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { dice } from './branches.js'

/** Two branches that people made of one text. */
export interface Branches {
  readonly name: string
  readonly base: string
  readonly theirs: string
  readonly ours: string
}

/** How templates and schools fared in real histories. */
export interface Counts {
  branches: number
  /** Texts that could not be read again together, and are not written. */
  refused: number
  /** Provisions that one side changed, and those of them that somebody would be asked about. */
  oneSided: number
  asked: number
  /** Provisions that the template put in, and those of them that somebody would be asked about: they speak of what the school says otherwise. */
  fresh: number
  freshAsked: number
  /** Provisions in which both sides changed different sentences, and those of them that were put together. */
  apart: number
  merged: number
  /** Tables, code and HTML that both sides changed: nobody says which of it is a sentence. */
  tables: number
  /** Words that the school's side had and the template did not, and those of them that the merged text has no more. */
  ownWords: number
  lost: number
  /** Words that neither the text both began with nor the template had anywhere, and of which the printed text has fewer. */
  lostInPrint: number
  readonly examples: string[]
}

export const noCounts = (): Counts => ({
  branches: 0,
  refused: 0,
  oneSided: 0,
  asked: 0,
  fresh: 0,
  freshAsked: 0,
  apart: 0,
  merged: 0,
  tables: 0,
  ownWords: 0,
  lost: 0,
  lostInPrint: 0,
  examples: [],
})

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['--git-dir', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

function fileAt(folder: string, commit: string, path: string): string | undefined {
  try {
    return git(folder, 'show', `${commit}:${path}`)
  } catch {
    return undefined
  }
}

const LARGEST = 120_000

/**
 * Branches in a repository's history of its Markdown files: merges of which both sides changed a file since they parted, and, where a history
 * is a line, an edit put beside the one before it, on the text that both began with.
 */
export function* branchesIn(folder: string, most: number): Generator<Branches> {
  const fits = (texts: readonly (string | undefined)[]): texts is string[] =>
    texts.every((text) => text !== undefined && text.length > 400 && text.length < LARGEST)
  let found = 0
  for (const line of git(folder, 'log', '--merges', '--format=%H %P').trim().split('\n').filter(Boolean)) {
    const [merge = '', one = '', two = ''] = line.split(' ')
    let fork: string
    try {
      fork = git(folder, 'merge-base', one, two).trim()
    } catch {
      continue
    }
    const changed = (side: string) =>
      new Set(
        git(folder, 'diff', '--no-renames', '--name-only', fork, side)
          .split('\n')
          .filter((path) => path.endsWith('.md')),
      )
    const both = changed(two)
    for (const path of [...changed(one)].filter((name) => both.has(name))) {
      const [base, theirs, ours] = [fork, one, two].map((commit) => fileAt(folder, commit, path))
      if (!fits([base, theirs, ours]) || theirs === ours) continue
      yield {
        name: `${path} merged in ${merge.slice(0, 8)}`,
        base: base as string,
        theirs: theirs as string,
        ours: ours as string,
      }
      if (++found >= most / 2) break
    }
  }
  for (const path of git(folder, 'ls-tree', '-r', '--name-only', 'HEAD')
    .split('\n')
    .filter((name) => name.endsWith('.md'))) {
    const commits = git(folder, 'log', '--reverse', '--format=%H', '--', path).trim().split('\n').filter(Boolean)
    for (let i = 0; i + 2 < commits.length; i++) {
      const [base, theirs, after] = commits.slice(i, i + 3).map((commit) => fileAt(folder, commit, path))
      if (!fits([base, theirs, after])) continue
      const patch = structuredPatch(path, path, theirs as string, after as string, '', '', { context: 1 })
      const ours = applyPatch(base as string, patch)
      if (ours === false || ours === base || theirs === base) continue
      yield { name: `${path} at ${commits[i]?.slice(0, 8)}`, base: base as string, theirs: theirs as string, ours }
      if (++found >= most) return
    }
  }
}

/** So many edits of a file lie between the two texts whose differences are dealt out. */
const STRETCH = 12

/**
 * Branches of one text of which every difference is an edit that somebody made: those between two versions of a file that are far apart, sentence by
 * sentence dealt out to two sides, so that both often change one provision.
 */
export function* dealtIn(folder: string, most: number): Generator<Branches> {
  let found = 0
  const paths = git(folder, 'ls-tree', '-r', '--name-only', 'HEAD').split('\n')
  for (const path of paths.filter((name) => name.endsWith('.md'))) {
    const commits = git(folder, 'log', '--reverse', '--format=%H', '--', path).trim().split('\n').filter(Boolean)
    for (let i = 0; i + 1 < commits.length; i += STRETCH) {
      const ends = [commits[i], commits[i + STRETCH] ?? commits.at(-1)]
      const [base, after] = ends.map((commit) => fileAt(folder, commit as string, path))
      if (base === undefined || after === undefined || Math.min(base.length, after.length) < 400) continue
      if (Math.max(base.length, after.length) > LARGEST) continue
      const source = dice(found + 1)
      let [theirs, ours, side] = ['', '', false]
      const parts = diffArrays(piecesOf(base), piecesOf(after))
      parts.forEach(({ added, removed, value }, at) => {
        const words = value.join('')
        // What went and what came for it are one edit.
        if (added || removed) {
          if (removed || !parts[at - 1]?.removed) side = source.chance(0.5)
          if (side === (added === true)) theirs += words
          else ours += words
        } else {
          theirs += words
          ours += words
        }
      })
      if (theirs === base || ours === base) continue
      yield { name: `${path} dealt at ${commits[i]?.slice(0, 8)}`, base, theirs, ours }
      if (++found >= most) return
    }
  }
}

/** The sentences of a file with the blanks behind each, and its lines. */
const piecesOf = (text: string): string[] => text.split(/(?<=[.!?;:][ ])|(?<=\n)/)

const read = (text: string): Policy => {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '')
  return readPolicy(`---\ntitle: Model\nlang: en\n---\n\n${body}`, 'model.md').value
}

/** Plays one side as the next edition of a template and the other as a school, and counts what becomes of the provisions. */
export function play({ name, base: first, theirs: second, ours: third }: Branches, counts: Counts): void {
  const base = proposeIds(read(first))
  const taken = new Set(clauses(base).flatMap(({ id }) => id ?? []))
  const [next, own] = [second, third].map((text) => asVersionOf(base, proposeIds(read(text)), { carried: new Set(), taken })) as [
    Policy,
    Policy,
  ]
  const { steps, body } = mergePolicies(base, next, own)
  const words = (policy: Pick<Policy, 'children' | 'notes'>) =>
    new Map(clauses(policy).flatMap(({ id, node }) => (id === undefined ? [] : [[id, plainText(node)] as const])))
  const [a, b, c] = [base, next, own].map(words) as [Map<string, string>, Map<string, string>, Map<string, string>]
  const written = asWritten({ ...body, yaml: own.yaml }, 'merged.md')
  if (written.messages.length > 0) {
    counts.refused++
    return
  }
  const whole = readPolicy(written.value, 'merged.md').value
  const result = words(whole)
  const tables = new Set(
    clauses(base).flatMap(({ id, node }) =>
      (id !== undefined && node.type === 'table') || node.type === 'verbatim' ? [id] : [],
    ),
  )
  const stepOf = new Map(steps.map((step) => [step.id, step]))
  counts.branches++
  for (const step of steps) {
    if (step.outcome !== 'new' && step.outcome !== 'new-beside') continue
    counts.fresh++
    if (!step.beside) continue
    counts.freshAsked++
    const [said, beside] = [step.theirs, step.beside.node].map((node) => (node ? plainText(node).slice(0, 160) : ''))
    counts.examples.push(`beside ${name} ${step.id}: ${said} | ${beside}`)
  }
  for (const [id, text] of a) {
    const [theirs, ours] = [b.get(id), c.get(id)]
    const step = stepOf.get(id)
    if ((theirs === text) !== (ours === text)) {
      counts.oneSided++
      if (step?.asks) {
        counts.asked++
        counts.examples.push(`asked ${name} ${id}: ${text.slice(0, 60)}`)
      }
    }
    if (theirs === undefined || ours === undefined || theirs === text || ours === text || theirs === ours) continue
    if (tables.has(id)) {
      counts.tables++
      continue
    }
    const gone = (side: string) => sentencesOf(text, 'en').filter((sentence) => !side.includes(sentence.text))
    const [goneThere, goneHere] = [gone(theirs), gone(ours)]
    const areApart =
      goneThere.length > 0 && goneHere.length > 0 && goneThere.every(({ from }) => goneHere.every((other) => other.from !== from))
    // Where each side took out what the other left, nothing would be left of both.
    const left = sentencesOf(text, 'en').length > goneThere.length + goneHere.length
    const isNew = [theirs, ours].some((side) => sentencesOf(side, 'en').some((sentence) => !text.includes(sentence.text)))
    if (!areApart || (!left && !isNew)) continue
    counts.apart++
    if (step?.outcome === 'merged') counts.merged++
    else counts.examples.push(`not merged ${name} ${id} (${step?.outcome}): ${text.slice(0, 60)}`)
  }
  for (const word of lostInPrint([base, next, own, whole])) {
    counts.lostInPrint++
    counts.examples.push(`not printed "${word}" ${name}`)
  }
  for (const [id, ours] of c) {
    if (ours === a.get(id)) continue
    const there = counted(`${a.get(id) ?? ''} ${b.get(id) ?? ''}`)
    const here = counted(result.get(id) ?? '')
    for (const [word, count] of counted(ours)) {
      if (there.has(word)) continue
      counts.ownWords += count
      const left = Math.max(0, count - (here.get(word) ?? 0))
      counts.lost += left
      if (left > 0) counts.examples.push(`lost "${word}" ${name} ${id}`)
    }
  }
}

/** Words that only the school has, and of which the printed result has fewer, wherever they stand. */
function lostInPrint(texts: readonly [base: Policy, theirs: Policy, ours: Policy, merged: Policy]): readonly string[] {
  const [base, theirs, ours, merged] = texts.map((policy) => counted(printed(policy)))
  return [...(ours ?? [])].flatMap(([word, count]) => {
    // Numbers, and the hash of a text, are computed.
    const isOwn = /^(?!sha256:).*\p{L}{2}/u.test(word) && !base?.has(word) && !theirs?.has(word)
    return isOwn && (merged?.get(word) ?? 0) < count ? [word] : []
  })
}

const brand = resolveBrand(undefined, new Map(), { line: 1, column: 1 }).value
const wording = loadWording(undefined, 'en')

/** A policy as its reader has it. */
function printed(policy: Policy): string {
  const document = presentPolicy(resolve(policy).value, { organisation: { name: 'De Linde' }, brand, wording, attachments: [] })
  return renderText(document, { paint: (_style, words) => words, width: 10_000 })
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.split(/\s+/).filter(Boolean)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
