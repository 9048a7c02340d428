import { CLI, inFolder } from './folder.js'
import { measured } from './measure.js'
import { randomFrom } from './random.js'
import { table } from './table.js'

const NODE = 'node -e 0'
const LETTERS = 1_400_000
/** A wall that does not hold is seen as one: four times what any text may take. */
const LIMIT = 20_000
const WORDS =
  'de leerling ouder school meldt regel afspraak dag week moet mag niet wordt door bij van een het directeur klas brief'.split(
    ' ',
  )

const random = randomFrom(7)
const some = (count: number): string => Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')

/** A text of 1.4 MB of one kind of line. */
function textOf(line: (index: number) => string): string {
  const lines: string[] = []
  for (let [length, index] = [0, 0]; length < LETTERS; index++) {
    const next = line(index)
    lines.push(next)
    length += next.length + 1
  }
  return `${lines.join('\n')}\n`
}

/** Texts that keep a program busy: as large as a policy may be, and of one thing. */
const TEXTS: Readonly<Record<string, (index: number) => string>> = {
  'items of a list': (index) => `${index + 1}. ${some(6)}.`,
  'lists of one item': () => `${some(6)}.\n\n1. ${some(6)}.\n`,
  'items in items': (index) => `${'   '.repeat(index % 9)}1. ${some(6)}.`,
  'short paragraphs': () => `${some(12)}.\n`,
  'long paragraphs': () => `${Array.from({ length: 150 }, () => some(8)).join('. ')}.\n`,
  notes: (index) => `${some(6)}[^${index}].\n\n[^${index}]: ${some(6)}\n`,
  'links and references': (index) => `[](#r-${index}) [${some(3)}](http://a.example/${index})\n`,
  'days and amounts': (index) => `Op ${(index % 28) + 1} januari om 8.30 uur betaalt de ouder € ${index}.\n`,
  'a line of blanks': () => `De regel${' '.repeat(15_000)}geldt.\n`,
  'one letter with accents': () => `e${'\u0301'.repeat(10_000)}\n`,
}

/** What is refused, and what is read, compared and brought in, of texts that somebody made to keep the program busy. */
export function walls(): void {
  const node = process.execPath
  const bare = { name: NODE, command: node, args: ['-e', '0'] }
  const front = '---\ntitle: Regels\norganisation: linde\nversion: 1.0.0\nlang: nl\n---\n\n'
  for (const [name, line] of Object.entries(TEXTS)) {
    const body = textOf(line)
    const files = {
      'policies/linde/organisation.yaml': 'name: De Linde\n',
      'policies/linde/regels.md': `${front}${body}`,
      'next.md': `${front}${body.replace(/\bmag\b/g, () => (random() < 0.1 ? 'moet' : 'mag'))}`,
      'source.txt': body,
    }
    inFolder(files, (cwd) => {
      const run = (...args: readonly string[]) => ({
        name: `clausule ${args.join(' ')}`,
        command: node,
        args: [CLI, ...args, '--quiet'],
        cwd,
        // That a text is too long, and findings in it, are answers.
        fine: [0, 1],
      })
      const runs = [
        run('lint'),
        run('ids', '--dry-run'),
        run('build', '--format', 'html'),
        run('diff', 'regels', 'next.md', '--json'),
        run('compare', 'regels', 'next.md', '--json'),
        run('import', 'source.txt', '--organisation', 'linde', '--dry-run'),
      ]
      // Once each: what is asked is whether a wall holds, and the runs of all take minutes.
      table(
        `1.4 MB: ${name}`,
        [bare, ...runs].map((each) => measured(each, LIMIT)),
        NODE,
      )
    })
  }
}
