import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import { parse } from 'acorn'
import { transformSync } from 'esbuild'
import { expect, it } from 'vitest'
import { knowledge } from '../../src/language/data.js'
import { grammar, WORD_CLASSES } from '../../src/language/grammar.js'
import { LANGUAGES } from '../../src/model/index.js'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** Stages of which some files hold words of people themselves. All others know them by data (`oneOf`, `phrasesOf`, `unitWords`), of which a language has its own. */
const WORDED = ['language', 'norms', 'sources', 'pieces', 'cover', 'import', 'proof', 'schools', 'site']

const listed = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.split(' ')
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(listed)
      : []
const known = new Set(
  LANGUAGES.flatMap((lang) => [
    ...WORD_CLASSES.flatMap((name) => grammar[lang][name].split(' ')),
    ...listed(knowledge[lang].functionWords),
    ...listed(knowledge[lang].units),
    ...listed(knowledge[lang].modals),
    ...listed(knowledge[lang].periods),
  ]).filter((word) => /^\p{L}{2,}$/u.test(word)),
)

interface Code {
  readonly type?: string
  readonly regex?: { readonly pattern: string }
  readonly quasis?: readonly { readonly value: { readonly raw: string; readonly cooked: string } }[]
}

/** The expressions of a file: those that stand as such, and those put together of text, with a mark for what is put in. */
function expressions(code: string): string[] {
  const found: string[] = []
  const visit = (node: unknown, isRaw: boolean): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, regex, quasis } = node as Code
    if (regex) found.push(regex.pattern)
    const text = quasis?.map(({ value }) => (isRaw ? value.raw : value.cooked)).join('·') ?? ''
    if (/[(|^\\]/.test(text)) found.push(text)
    for (const part of Object.values(node)) visit(part, isRaw ? type !== 'TemplateLiteral' : type === 'TaggedTemplateExpression')
  }
  visit(
    parse(transformSync(code, { loader: 'ts', target: 'es2024' }).code, { ecmaVersion: 'latest', sourceType: 'module' }),
    false,
  )
  return found
}

/** Words that stand in an expression as such, and are no ending of longer ones. */
function wordsIn(source: string): string[] {
  const words: string[] = []
  let pattern: AST.Pattern
  try {
    pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true })
  } catch {
    return []
  }
  visitRegExpAST(pattern, {
    onAlternativeEnter({ elements, parent }) {
      const runs = elements.map((each) => (each.type === 'Character' ? String.fromCodePoint(each.value) : ' ')).join('')
      for (const { 0: word, index } of runs.matchAll(/\p{L}{2,}/gu)) {
        if (!(index === 0 && endsWord(parent)) && !isLetters(elements[index - 1])) words.push(word.toLowerCase())
      }
    },
  })
  return words
}

/** Whether a part of an expression is behind the letters of a word. */
const isLetters = (element: AST.Element | undefined): boolean =>
  element !== undefined && /^(?:·|\\p\{L|\\w|\.|\[|\(\?<)/.test(element.raw) && element.type !== 'Assertion'

/** Whether what begins with a group goes on a word: nothing stands before it that a word begins behind. */
function endsWord(group: AST.Node): boolean {
  if (group.type !== 'Group' && group.type !== 'CapturingGroup')
    return group.type === 'Pattern' && !group.raw.startsWith('^') && group.raw.endsWith('$')
  const above = group.parent
  if (above.type !== 'Alternative') return false
  const at = above.elements.indexOf(group as AST.Element)
  return at === 0 ? endsWord(above.parent) : isLetters(above.elements[at - 1])
}

/** Names of what is read, which are no words of a text: values (`notation`) and kinds of units. */
const OURS = new Set('date time days months minutes times number amount size reference end break'.split(' '))

/** What stays, with why. */
const KEPT = new Map([
  ['edit/schema-inlines.ts', 'the scheme of an address'],
  ['resolve/resolve.ts', 'it runs in the pages of the desk, too, which carry no lists of a language'],
  ['blocks/labels.ts', 'bis and ter count in Latin, in any language'],
  ['blocks/facts/vocabulary.ts', 'the endings of addresses of sites, of which "be" is one'],
  ['compare/tokens.ts', 'what a text is divided into does not depend on its language, nor on what a file says of it'],
  ['compare/value.ts', 'currencies as codes and names, which the tokens have'],
  ['compare/slips.ts', 'how words are made: prefixes and endings, accents; titles before a name'],
  ['rewording/paradigms.ts', 'how English verbs double a letter'],
  ['rewording/verbs.ts', 'the prefixes of Dutch participles'],
  ['prove/forms/acts.ts', 'forms that only Dutch has: nouns for acts, and prefixes of participles'],
  ['present/brand-svg.ts', 'what runs a script in a picture begins with "on"'],
  ['render/html/context.ts', 'the codes of languages written from the right, of which "he" is one'],
  ['commands/verify.ts', 'the groups that rules are in, of which "release" is one'],
  ['desk/navigation.ts', 'the name of an option'],
  ['prove/forms/relative.ts', 'an English form puts these two words back where it took them from'],
])

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => file.endsWith('.ts') && !WORDED.some((stage) => file.startsWith(`${stage}/`)))
const foundIn = (file: string): string[] =>
  expressions(readFileSync(join(src, file), 'utf8')).flatMap((source) =>
    wordsIn(source).filter((word) => known.has(word) && !OURS.has(word)),
  )

it('keeps words of people out of the expressions of what reads them', () => {
  const found = files.filter((file) => !KEPT.has(file)).map((file) => [file, foundIn(file)] as const)
  expect(found.filter(([, words]) => words.length > 0)).toEqual([])
})

it('keeps no exception that there is no need of', () => {
  expect([...KEPT.keys()].filter((file) => foundIn(file).length === 0)).toEqual([])
})

it.each([
  ['/^(?:the|een|het)$/i', 'the een het'],
  ['/(?:naar |onder )?x/', 'naar onder'],
  ['new RegExp(`^(?:van|of) $' + '{x}`)', 'van of'],
  ['/\\p{L}{2,}en$/u', ''],
  ['/(?:t|en)$/', ''],
  ['/^w:(?:rect|oval)$/', ''],
])('reads the words of %s', (code, words) => {
  expect(
    expressions(`const x = ${code}`)
      .flatMap(wordsIn)
      .filter((word) => known.has(word))
      .join(' '),
  ).toBe(words)
})
