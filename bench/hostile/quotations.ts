import { filled, type Kinds, lines, some } from './text.js'

/** Quotations. */
export const quotations: Kinds = {
  'quotes lazy': lines((i) => (i % 7 ? some(6) : `> ${some(6)}`)),
  'quotes lazy deep': lines((i) => (i % 7 ? some(6) : `> > > ${some(6)}`)),
  quotes: lines(() => `> ${some(6)}`),
  'quotes and blank': lines(() => `> ${some(6)}\n`),
  'quotes blank in': lines((i) => (i % 2 ? '>' : `> ${some(6)}`)),
  'quote alternate': lines((i) => (i % 2 ? `${some(5)}\n` : `> ${some(6)}`)),
  'quote depth': lines((i) => '> '.repeat(1 + (i % 40)) + some(4)),
  'quote deep line': lines(() => `${'> '.repeat(200)}a`),
  'quote very deep': (size) => `${filled('>', 5000)} a\n${filled('> a\n', size)}`,
  'quote list': lines(() => `> - ${some(5)}`),
  'quote list nested': lines((i) => `> ${'  '.repeat(i % 6)}- ${some(5)}`),
  'list quote': lines(() => `- > ${some(5)}`),
  'list quote list': lines(() => `- > - ${some(5)}`),
  'list quote lazy': lines((i) => (i % 2 ? some(4) : `- > ${some(5)}`)),
  'quote headings': lines(() => `> # ${some(4)}`),
  'quote fence': lines(() => `> \`\`\`\n${some(4)}`),
  'quote table': lines((i) => (i === 0 ? '> | a | b |\n> | - | - |' : `> | ${some(2)} | ${some(2)} |`)),
  'quote setext': lines((i) => (i % 2 ? '===' : `> ${some(4)}`)),
  'quote rule': lines((i) => (i % 2 ? '---' : `> ${some(4)}`)),
  'quote defs': lines((i) => `> [a${i}]: b`),
  'quote number lists': lines((i) => `> ${i + 1}. ${some(4)}`),
  'quote spread list': lines(() => `> - ${some(4)}\n>`),
  'quote alternating bullets': lines((i) => `> ${'-+*'[i % 3]} ${some(4)}`),
}
