import { filled, type Kinds, lines, some } from './text.js'

/** Definitions of links, notes and references. */
export const definitions: Kinds = {
  definitions: lines((i) => `[a${i}]: b`),
  'definitions apart': lines((i) => `[a${i}]: b\n`),
  'definitions used': lines((i) => `[a${i}] ${some(3)}\n\n[a${i}]: b\n`),
  'definitions used far': (size) => far(size, (words, definitions) => words + definitions),
  'definitions first': (size) => far(size, (words, definitions) => `${definitions}\n${words}`),
  'definitions one used often': lines((i) => (i === 0 ? '[a]: b\n' : `[a] [a][] [x][a] ${some(3)}\n`)),
  'definitions same': lines(() => `[a]: b`),
  'definitions titles': lines((i) => `[a${i}]: <b c> "${some(3)}"`),
  'definitions titles open': lines((i) => `[a${i}]: b "${some(3)}`),
  'definitions lines': lines((i) => `[a${i}]:\nb\n"c"`),
  'definitions long labels': lines((i) => `[${'a'.repeat(400)} ${some(3)} ${i}]: b`),
  'definitions and words': lines((i) => `[a${i}]: b\n${some(3)}`),
  'definitions entity labels': lines((i) => `[a&amp;${i}]: b\n\n[a&amp;${i}]\n`),
  'definitions escaped labels': lines((i) => `[a\\]${i}]: b\n\n[a\\]${i}]\n`),
  notes: lines((i) => `${some(6)}[^${i}].\n\n[^${i}]: ${some(6)}\n`),
  'notes together': lines((i) => `[^${i}]: ${some(6)}`),
  'notes apart unused': lines((i) => `[^${i}]: ${some(6)}\n`),
  'notes self': lines((i) => `[^${i}]: ${some(3)}[^${i}]\n`),
  'notes chain': lines((i) => `[^${i}]: ${some(3)}[^${i + 1}]\n`),
  'notes chain used': lines((i) => (i === 0 ? 'A[^1].\n' : `[^${i}]: ${some(3)}[^${i + 1}]\n`)),
  'notes one often': lines((i) => (i === 0 ? '[^1]: b\n' : `${some(4)}[^1]\n`)),
  'notes dead': lines((i) => `${some(4)}[^${i}]\n`),
  'notes with paragraphs': lines((i) => `[^${i}]: ${some(3)}\n\n    ${some(3)}\n`),
  'notes with lists': lines((i) => `[^${i}]: ${some(3)}\n\n    - ${some(3)}\n    - a\n`),
  'notes nested': lines((i) => `${'    '.repeat(i % 9)}[^${i}]: ${some(3)}`),
  'notes lazy': lines((i) => (i % 5 ? some(4) : `[^${i}]: ${some(3)}`)),
  'note one long': lines((i) => (i === 0 ? 'A[^1].\n\n[^1]: b\n' : `    ${some(6)}\n`)),
  'references dead': lines((i) => `[](#r-${i}) ${some(3)}\n`),
  'references good': lines((i) => `## ${some(3)} {#r-${i}}\n\n[](#r-${i}) ${some(3)}\n`),
  'references many in line': lines((i) => (i === 0 ? '# A {#a}\n' : `${filled('[](#a) ', 140)}\n`)),
  'references text': lines((i) => `Zie artikel ${i % 90}.${i % 7} en hoofdstuk ${i % 50}.\n`),
  'references long heading': lines((i) => (i === 0 ? `# ${some(2500)} {#a}\n` : `Zie [](#a) ${some(3)}\n`)),
  'terms unused': lines((i) => (i === 0 ? TERMS : `- **begrip${i} ${some(1)}**: ${some(5)}`)),
  'terms used': lines((i) => (i === 0 ? TERMS : `- **begrip ${i}**: ${some(3)} begrip ${i + 1}`)),
  'terms of many words': lines((i) => (i === 0 ? TERMS : `- **${some(8)} ${i}**: ${some(20)}`)),
  'terms see others': lines((i) => (i === 0 ? TERMS : `- **begrip ${i}**: zie begrip weg${i}`)),
  'links and references': lines((i) => `[](#r-${i}) [${some(3)}](http://a.example/${i})\n`),
  'links titled': lines((i) => `[${some(3)}](http://a.example/${i} "${some(3)}")\n`),
}

const TERMS = '# Begrippen {.definitions}\n'

/** Uses of definitions in one half of a text, the definitions in the other. */
function far(size: number, join: (words: string, definitions: string) => string): string {
  const count = Math.ceil(size / 40)
  const each = (line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join('')
  return join(
    each((i) => `[a${i}] ${some(3)}\n\n`),
    each((i) => `[a${i}]: b\n`),
  )
}
