import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffWords } from 'diff'
import { sideOf } from '../src/papers/index.js'
import { readPolicy } from '../src/read/index.js'
import { resolve } from '../src/resolve/index.js'
import { compareVersions } from '../src/versions/index.js'
import { CLI, inFolder, peer } from './folder.js'
import { type Contender, type Measured, median, race, warm } from './measure.js'
import { table } from './table.js'
import { type Pair, versionPair } from './versions-text.js'

const NODE = 'node -e 0'
const REMARK = 'remark-parse alone, both files'
const JSDIFF = 'jsdiff diffWords'

/** Comparing two versions: large and small, as a program and within one. */
export function versions(): void {
  const large = versionPair(5000, 20)
  const small = versionPair(20, 1)
  const size = (Buffer.byteLength(large.old) / 1e6).toFixed(1)
  race2(`Two versions of 5,000 clauses (${size} MB), 2 % edited, 20 moved`, large, true, 5, REMARK)
  race2('Two versions of two pages', small, false, 15, NODE)
  warmly(large)
}

function race2(title: string, pair: Pair, peers: boolean, rounds: number, baseline: string): void {
  inFolder({ 'old.md': pair.old, 'new.md': pair.next }, (folder) => {
    const node = process.execPath
    const files = [join(folder, 'old.md'), join(folder, 'new.md')]
    const others: readonly Contender[] = [
      { name: JSDIFF, command: node, args: [peer('jsdiff'), ...files] },
      { name: 'wdiff', command: 'wdiff', args: files, fine: [0, 1] },
      { name: 'git diff --word-diff', command: 'git', args: ['diff', '--no-index', '--word-diff', ...files], fine: [0, 1] },
    ]
    const contenders: readonly Contender[] = [
      { name: NODE, command: node, args: ['-e', '0'] },
      { name: REMARK, command: node, args: [peer('remark'), ...files] },
      { name: 'clausule diff --json', command: node, args: [CLI, 'diff', ...files, '--json'], cwd: folder },
      ...(peers ? others : []),
    ]
    table(title, race(contenders, rounds), baseline)
  })
}

/** Parsed policies compared in a process that runs: the example revisions of this repository, and the large pair. */
function warmly(large: Pair): void {
  const policies = join(import.meta.dirname, '..', '..', 'policies')
  const read = (...names: readonly string[]): string => readFileSync(join(policies, ...names), 'utf8')
  const real = ['allure', 'flex-college'].map((school) => ({
    old: read(school, 'releases', 'social-media@1.0.0.md'),
    next: read(school, 'social-media.md'),
  }))
  const side = (text: string, ref: string) => sideOf(resolve(readPolicy(text, ref).value).value, ref)
  const ours = (pair: Pair, rounds: number): number =>
    warm(
      () => [side(pair.old, 'old'), side(pair.next, 'new')] as const,
      ([old, next]) => compareVersions(old, next),
      rounds,
    )
  const theirs = (pair: Pair): number =>
    warm(
      () => pair,
      ({ old, next }) => diffWords(old, next),
      20,
    )
  const measured: readonly Measured[] = [
    { name: JSDIFF, time: median(real.map(theirs)) },
    { name: 'compareVersions', time: median(real.map((pair) => ours(pair, 20))) },
    { name: 'compareVersions, the large pair', time: ours(large, 7) },
  ]
  table('Warm, on parsed policies: the example revisions', measured, JSDIFF)
}
