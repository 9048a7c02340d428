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

/** Stages that read words of people: they know them by data (`oneOf`, `phrasesOf`, `unitWords`), of which a language has its own. */
const STAGES = ['blocks/facts', 'compare', 'prove', 'versions', 'language/changes']

const listed = (value: unknown): string[] =>
  typeof value === 'string' ? value.split(' ') : typeof value === 'object' && value !== null ? Object.values(value).flatMap(listed) : []
const known = new Set(
  LANGUAGES.flatMap((lang) => [
    ...WORD_CLASSES.flatMap((name) => grammar[lang][name].split(' ')),
    ...listed(knowledge[lang].functionWords),
    ...listed(knowledge[lang].units),
    ...listed(knowledge[lang].modals),
    ...listed(knowledge[lang].periods),
  ]).filter((word) => /^\p{L}{2,}$/u.test(word)),
)

/** The expressions of a file: those that stand as such, and text that is put together to one. */
function expressions(code: string): string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node) found.push((node.regex as { pattern: string }).pattern)
    if ('quasi' in node) for (const { value } of (node.quasi as { quasis: { value: { raw: string } }[] }).quasis) found.push(value.raw)
    for (const part of Object.values(node)) visit(part)
  }
  visit(parse(transformSync(code, { loader: 'ts', target: 'es2024' }).code, { ecmaVersion: 'latest', sourceType: 'module' }))
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
  element !== undefined && /^(?:\\p\{L|\\w|\.|\[|\(\?<)/.test(element.raw) && element.type !== 'Assertion'

/** Whether what begins with a group goes on a word: nothing stands before it that a word begins behind. */
function endsWord(group: AST.Node): boolean {
  if (group.type !== 'Group' && group.type !== 'CapturingGroup') return group.type === 'Pattern' && !group.raw.startsWith('^') && group.raw.endsWith('$')
  const above = group.parent
  if (above.type !== 'Alternative') return false
  const at = above.elements.indexOf(group as AST.Element)
  return at === 0 ? endsWord(above.parent) : isLetters(above.elements[at - 1])
}

/** What stays, with why. */
const KEPT = new Map<string, string>([])

it('keeps words of people out of the expressions of what reads them', () => {
  const found = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => file.endsWith('.ts') && STAGES.some((stage) => file.startsWith(`${stage}/`)) && !KEPT.has(file))
    .flatMap((file) =>
      expressions(readFileSync(join(src, file), 'utf8')).flatMap((source) => {
        const words = wordsIn(source).filter((word) => known.has(word))
        return words.length > 0 ? [`${file}: ${words.join(' ')}   ${source.slice(0,150)}`] : []
      }),
    )
  expect(found).toEqual([])
})
