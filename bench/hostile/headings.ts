import { type Kinds, lines, some } from './text.js'

/** Headings. */
export const headings: Kinds = {
  'headings 1': lines(() => `# ${some(4)}\n`),
  'headings 2': lines(() => `## ${some(4)}\n`),
  'headings 3': lines(() => `### ${some(4)}\n`),
  'headings 4': lines(() => `#### ${some(4)}\n`),
  'headings 5': lines(() => `##### ${some(4)}\n`),
  'headings 6': lines(() => `###### ${some(4)}\n`),
  'headings together': lines(() => `# ${some(4)}`),
  'headings all levels': lines((i) => `${'#'.repeat(1 + (i % 6))} ${some(4)}\n`),
  'headings skipped': lines((i) => `${'#'.repeat([1, 6, 3, 5][i % 4] ?? 1)} ${some(4)}\n`),
  'headings same': lines(() => `# De regel\n`),
  'headings ids': lines((i) => `# ${some(3)} {#h-${i}}\n\n${some(5)}\n`),
  'headings setext': lines(() => `${some(4)}\n===\n`),
  'headings setext together': lines(() => `${some(4)}\n---`),
  'headings setext multi': lines((i) => (i % 9 ? some(4) : `${some(4)}\n===`)),
  'headings empty': lines(() => `#`),
  'headings closed': lines(() => `# ${some(2)} ########`),
  'headings numbered': lines((i) => `# ${i % 20}.${i % 7} ${some(3)}\n`),
  'headings long': lines(() => `# ${some(1500)}\n`),
  'headings with clause': lines(() => `## ${some(3)}\n\n${some(8)}.\n`),
  'headings attributes': lines((i) => `# ${some(3)} {#a${i} .locked label=${i} was=b}\n`),
  'headings indented': lines((i) => `${' '.repeat(i % 5)}# ${some(3)}`),
}
