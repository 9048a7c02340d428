import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readPolicy } from '../src/read/index.js'
import { CLI, inFolder, peer } from './folder.js'
import { frontMatter, HOSTILE } from './hostile/index.js'
import { type Measured, measured } from './measure.js'

/** As large as a policy may be, with its front matter. */
const LETTERS = 1_490_000
/** What any verb may take of the processor, in milliseconds. */
const MOST = 5_000
/** When it is ended, by the clock: long enough for a machine that has much else to do. */
const LIMIT = 600_000

/** Kinds that took more than any other once; `CLAUSULE_BENCH_KINDS`, a regular expression over their names, asks for others, `.` for all. */
const USUAL =
  /^(items|items in items|alternate sub bullets|list quote|lists of one item|one-word paragraphs|long paragraphs|notes|links titled|references good|tables many|table long cells|days and amounts|html blocks|urls|headings 1|headings ids|rules almost|images|twenty entity|run of blanks)$/

const FRONT = '---\ntitle: Regels\norganisation: linde\nversion: 1.0.0\nlang: nl\n---\n\n'

/** What the command line is asked of a text, under the heading of its column. */
const VERBS: Readonly<Record<string, readonly string[]>> = {
  lint: ['lint'],
  ids: ['ids', '--dry-run'],
  pdf: ['build'],
  html: ['build', '--format', 'html'],
  docx: ['build', '--format', 'docx'],
  diff: ['diff', 'regels', 'next.md', '--format', 'html'],
  compare: ['compare', 'regels', 'next.md', '--format', 'html'],
  md: importing('md'),
  txt: importing('txt'),
  page: importing('html'),
  site: ['site', '--drafts'],
}
/** The first page of the desk, that of the text, and the one it is edited on. */
const PAGES: Readonly<Record<string, string>> = { desk: '/', read: '/policies/linde/regels', edit: '/policies/linde/regels/edit' }

function importing(ending: string): readonly string[] {
  return ['import', `source.${ending}`, '--organisation', 'linde', '--as', 'x', '--dry-run']
}

/** Texts that somebody made to keep the program busy, as large as they may be, and the processor time of each verb over them. */
export function walls(): void {
  const asked = process.env.CLAUSULE_BENCH_KINDS
  const wanted = asked === undefined ? USUAL : new RegExp(asked)
  const columns = [...Object.keys(VERBS), ...Object.keys(PAGES)]
  const cell = (text: string): string => text.padStart(8)
  process.stdout.write(
    `\n1.5 MB of one kind: seconds of the processor, * where it was refused\n${''.padEnd(34)}${columns.map(cell).join('')}\n`,
  )
  const beyond: string[] = []
  for (const [name, text] of Object.entries(HOSTILE)) {
    if (!wanted.test(name)) continue
    const whole = text(LETTERS)
    const most = accepted(whole, name)
    for (const [body, part] of [
      [whole, ''],
      ...(most === whole || most === '' ? [] : [[most, ` ${(most.length / 1e6).toFixed(2)}`]]),
    ] as const) {
      const runs = running(name, body)
      process.stdout.write(`${`${name}${part}`.padEnd(34)}${runs.map((run) => cell(shown(run))).join('')}\n`)
      beyond.push(...runs.flatMap((run, at) => (holds(run) ? [] : [`${name}${part}: ${columns[at]} ${shown(run)}`])))
    }
  }
  process.stdout.write(
    `\n${beyond.length === 0 ? 'None' : beyond.length} took more than ${MOST / 1000} s\n${beyond.map((line) => `  ${line}\n`).join('')}`,
  )
}

const holds = ({ processor, time }: Measured): boolean => (processor ?? time ?? Number.POSITIVE_INFINITY) <= MOST

function shown({ processor, time, status, note }: Measured): string {
  const seconds = processor ?? time
  return seconds === undefined
    ? (note ?? '–').replace(/^.*after /, '> ')
    : `${(seconds / 1000).toFixed(2)}${status === 0 ? ' ' : '*'}`
}

/** As many lines of a text as a policy may have of them; nothing when not even a few may stand there. */
function accepted(text: string, name: string): string {
  const lines = text.split('\n')
  const first = (count: number): string => `${lines.slice(0, count).join('\n')}\n`
  const refused = (body: string): boolean =>
    readPolicy(whole(name, body), 'a.md').messages.some(({ rule, severity }) => severity === 'error' && rule.startsWith('file/'))
  if (!refused(text)) return text
  let [fits, not] = [0, lines.length]
  while (not - fits > Math.max(1, lines.length / 50)) {
    const middle = (fits + not) >> 1
    if (refused(first(middle))) not = middle
    else fits = middle
  }
  return fits === 0 ? '' : first(fits)
}

const whole = (name: string, body: string): string => (Object.hasOwn(frontMatter, name) ? body : FRONT + body)

function running(name: string, body: string): readonly Measured[] {
  const policy = whole(name, body)
  const next = policy.replace('version: 1.0.0', 'version: 1.1.0')
  let at = 0
  const edited = next.replace(/\b(?:mag|de|a)\b/g, (word) => (++at % 100 > 0 ? word : word === 'mag' ? 'moet' : 'hun'))
  const files = {
    'policies/linde/organisation.yaml': 'name: De Linde\n',
    'policies/linde/regels.md': policy,
    'next.md': edited,
    'source.md': body,
    'source.txt': body,
    'source.html': `<!doctype html><title>Regels</title>${body.replace(/^.+$/gm, (line) => `<p>${line.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))}</p>`)}`,
  }
  const runs: Measured[] = []
  inFolder(files, (cwd) => {
    const once = (label: string, ...args: readonly string[]): void => {
      // Findings, and that a text is too long, are answers.
      runs.push(measured({ name: label, command: process.execPath, args, cwd, fine: [0, 1] }, LIMIT))
      for (const made of ['out', '.clausule']) rmSync(join(cwd, made), { recursive: true, force: true })
    }
    for (const [label, args] of Object.entries(VERBS)) once(label, CLI, ...args, '--quiet')
    for (const [label, path] of Object.entries(PAGES)) once(label, peer('desk'), CLI, path)
  })
  return runs
}
