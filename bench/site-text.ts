import { readFileSync } from 'node:fs'
import { hashPolicy } from '../src/decide/index.js'
import { readPolicy } from '../src/read/index.js'
import { randomFrom } from './random.js'

const SOURCES = ['aeres', 'allure', 'aloysius', 'casparus', 'flex-college'].map((name) => `policies/${name}/social-media.md`)
const SUBJECTS = 20
const SCHOOLS = 10
const VERSIONS = ['1.0.0', '1.1.0', '1.2.0', '1.3.0']

const SYLLABLES = 'ba de ki lo mu ra se ti vo wa gen lin sta ver per mon dal bur kas tel'.split(' ')
/** A line that is a clause by itself: an item or a paragraph that ends in its id. */
const CLAUSE = /^(?!#)(.*[^\s{]) (\{#[a-z0-9-]+\})$/
/** What stands below a clause that must stay then. */
const HAS_ITEMS = /^\s+\S/
const WORD = /\p{Ll}{7,}/gu

/** How much the schools of a subject differ: the part of their clauses that one leaves out, and of the others that one words otherwise. */
export interface Alike {
  readonly without: number
  readonly otherwise: number
}

/**
 * A workspace of 200 policies of three releases each: 20 subjects, on each the policies of 10 schools; and what one more release of one of them
 * changes. The subjects are the five texts of this repository with other words for what they speak of. Always the same.
 */
export function siteFiles({ without, otherwise }: Alike): Readonly<Record<'all' | 'more', Readonly<Record<string, string>>>> {
  const files: Record<string, string> = {}
  const more: Record<string, string> = {}
  const bodies = SOURCES.map((path) => plain(readFileSync(path, 'utf8')))
  for (let school = 0; school < SCHOOLS; school++)
    files[`policies/school-${school}/organisation.yaml`] = `name: School ${school}\nshort: School ${school}\n`
  for (let subject = 0; subject < SUBJECTS; subject++) {
    const random = randomFrom(subject + 1)
    const terms = new Map<string, string>()
    const termOf = (word: string): string => {
      const known = terms.get(word) ?? (random() < 0.4 ? inventedBy(random) : word)
      terms.set(word, known)
      return known
    }
    const text = (bodies[subject % bodies.length] as string).split('\n').map((line) => changed(line, termOf))
    for (let school = 0; school < SCHOOLS; school++) {
      const own = randomFrom(1000 * (subject + 1) + school)
      let lines = text
        .filter((line, at) => !CLAUSE.test(line) || HAS_ITEMS.test(text[at + 1] ?? '') || own() >= without)
        .map((line) => (own() < otherwise ? oneWord(line, own) : line))
      const folder = `policies/school-${school}`
      VERSIONS.forEach((version, at) => {
        if (at > 0) lines = lines.map((line) => (own() < 0.04 ? oneWord(line, own) : line))
        const isMore = at === VERSIONS.length - 1
        if (isMore && (school !== 3 || subject !== 7)) return
        const text = released(`school-${school}`, `subject-${subject}`, version, at, lines.join('\n'))
        const to = isMore ? more : files
        to[`${folder}/releases/subject-${subject}@${version}.md`] = text
        to[`${folder}/subject-${subject}.md`] = text
      })
    }
  }
  return { all: files, more }
}

/** A text without what its front matter would have to say: references, parameters, notes. */
const plain = (source: string): string =>
  source
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^\[\^.*$/gm, '')
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/\[[^\]]*\]\([^)]*\)/g, 'dit artikel')
    .replace(/\{\{[^}]*\}\}/g, 'de school')
    .replace(/(\{#[a-z0-9-]+)[^}]*\}/g, '$1}')

const inventedBy = (random: () => number): string =>
  Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')

/** A clause with each of its longer words as asked; any other line as it is. */
function changed(line: string, wordFor: (word: string) => string): string {
  const [, words, id] = CLAUSE.exec(line) ?? []
  return words === undefined ? line : `${words.replace(WORD, wordFor)} ${id}`
}

function oneWord(line: string, random: () => number): string {
  const count = line.match(WORD)?.length ?? 0
  const chosen = Math.floor(random() * count)
  let at = 0
  return changed(line, (word) => (at++ === chosen ? inventedBy(random) : word))
}

function released(school: string, subject: string, version: string, year: number, body: string): string {
  const text = (approvals: string): string =>
    `---\ntitle: Protocol ${subject}\norganisation: ${school}\nversion: ${version}\nstatus: adopted\nlang: nl\nsubject: ${subject}\neffective: ${2021 + year}-08-01\nreview: 2031-08-01\nroute:\n  - { body: bestuur, right: adoption }\n${approvals}---\n${body}`
  const hash = hashPolicy(readPolicy(text(''), `${subject}.md`).value)
  return text(
    `approvals:\n  - { date: ${2021 + year}-06-01, body: bestuur, right: adoption, decision: positive, name: A. de Wit, text: '${hash}' }\n`,
  )
}
