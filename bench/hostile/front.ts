import { filled, type Kinds, lines, some, type Text } from './text.js'

/** A whole file with what is given behind the metadata that each needs. */
const front =
  (more: Text): Text =>
  (size) =>
    `---\ntitle: Regels\norganisation: linde\nversion: 1.0.0\nlang: nl\n${more(size)}---\n\nDe leerling meldt zich. {#a}\n`
/** A value of one unit again and again. */
const value = (before: string, unit: string, after = ''): Text => front((size) => `${before}${filled(unit, size)}${after}\n`)
/** A key, and what stands on the lines below it. */
const below = (key: string, line: (i: number) => string): Text => front(lines((i) => (i === 0 ? `${key}:` : line(i))))

/** A value that stands so many times in each clause. */
const uses =
  (more: () => string, count: number): Text =>
  (size) =>
    `---\ntitle: Regels\norganisation: linde\nversion: 1.0.0\nlang: nl\n${more()}---\n\n${filled(`${filled('{{p}} ', 6 * count)}\n\n`, size)}`

/** Front matter; these are whole files. */
export const frontMatter: Kinds = {
  'front keys': front(lines((i) => `k${i}: v`)),
  'front brackets': front((size) => `a: ${filled('[', size / 2)}${filled(']', size / 2)}\n`),
  'front braces': value('a: ', '{a: '),
  'front list': below('a', (i) => `  - b${i}`),
  'front indented': front((size) => `${Array.from({ length: Math.sqrt(size) }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n`),
  'front long value': value('owner: ', 'a b '),
  'front block': front(lines((i) => (i === 0 ? 'summary: |' : `  ${some(6)}`))),
  'front folded': front(lines((i) => (i === 0 ? 'summary: >' : `  ${some(6)}\n`))),
  'front anchors': front(
    () =>
      `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]\n`).join('')}`,
  ),
  'front comments': front(lines(() => `# ${some(6)}`)),
  'front quotes': value('title2: "', '\\u0041', '"'),
  'front quotes open': value('title2: "', 'a b '),
  'front decisions': below('decisions', () => `  - body: mr\n    date: 2020-01-01\n    text: sha256:${'a'.repeat(64)}`),
  'front history': below('history', (i) => `  - version: 1.${i}.0\n    date: 2020-01-01\n    changes: ${some(4)}`),
  'front value of a page': uses(() => `parameters:\n  p: ${some(3000)}\n`, 20),
  'front values of a line': uses(() => `parameters:\n  p: ${some(30)}\n`, 3),
  'front approvals': below('approvals', (i) => `  - { date: 2020-01-01, name: Jan${i}, body: MR${i}, right: consent }`),
  'front deviations': below('deviations', (i) => `  a${i}: ${some(100)}`),
  'front route': below('route', (i) => `  - { body: MR${i}, right: consent }`),
  'front parameters': below('parameters', (i) => `  p${i}: ${some(2)}`),
  'front unclosed': (size) => `---\ntitle: Regels\n${lines((i) => `k${i}: v`)(size)}`,
  'front dots': (size) => `---\n${filled('...\n', size)}`,
  'front dashes': (size) => filled('---\n', size),
  'front tabs': front(lines((i) => `\tk${i}: v`)),
  'front numbering': value('numbering: { headings: [', 'decimal, ', '] }'),
  'front renamed': below('renamed', (i) => `  a${i}: b${i}`),
  'front tags': front(lines((i) => `k${i}: !!binary ${'A'.repeat(40)}`)),
  'front query keys': front(lines((i) => `? k${i}\n: v`)),
  'front colons': value('a', ': '),
  'front review': value('reviewed: ', '2020-01-01 '),
}
