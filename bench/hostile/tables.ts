import { filled, type Kinds, lines, some } from './text.js'

/** Tables. */
export const tables: Kinds = {
  'table tall': lines((i) => (i < 1 ? '| a | b |\n| - | - |' : `| ${some(3)} | ${some(3)} |`)),
  'table tall one column': lines((i) => (i < 1 ? '| a |\n| - |' : `| ${some(3)} |`)),
  'table tall unpiped': lines((i) => (i < 1 ? 'a | b\n- | -' : `${some(3)} | ${some(3)}`)),
  'table wide 2000': (size) => rows(2000, Math.floor(size / 8000)),
  'table wide 90': lines((i) => (i < 1 ? `${filled('| a ', 360)}|\n${filled('| - ', 360)}|` : `${filled('| b ', 360)}|`)),
  'table header only wide': (size) => rows(size / 8, 0),
  'tables many': lines(() => `| a | b |\n| - | - |\n| ${some(2)} | ${some(2)} |\n`),
  'tables many with attributes': lines((i) => `| a | b |\n| - | - |\n| ${some(2)} | ${some(2)} |\n{#t${i}}\n`),
  'table no delimiter': lines(() => `| ${some(2)} | ${some(2)} |`),
  'table delimiter rows': lines(() => '| - | - |'),
  'table ragged': lines((i) => (i < 1 ? '| a | b |\n| - | - |' : '| a '.repeat(1 + (i % 20)))),
  'table one cell rows': lines((i) => (i < 1 ? '| a | b |\n| - | - |' : 'a')),
  'table in paragraphs': lines((i) => (i % 3 ? some(4) : '| a |\n| - |')),
  'table escaped pipes': lines((i) => (i < 1 ? '| a | b |\n| - | - |' : '| a \\| b | \\| |')),
  'table code pipes': lines((i) => (i < 1 ? '| a | b |\n| - | - |' : '| `a | b` | c |')),
  'table long cells': lines((i) => (i < 1 ? '| a | b |\n| - | - |' : `| ${some(800)} | ${some(800)} |`)),
  'table marks': lines((i) => (i < 1 ? '| a | b |\n| - | - |' : `| *${some(2)}* | [a](b) |`)),
  'table aligned': lines(() => `| a | b |\n|:-:|-:|\n| c | d |\n`),
  'table colons': lines(() => ':-: | :-:'),
  'table pipes only': lines((i) => (i < 2 ? '| - | - |' : '||')),
}

/** A table of so many columns and rows. */
function rows(columns: number, count: number): string {
  const row = (cell: string): string => `${`| ${cell} `.repeat(columns)}|\n`
  return `${row('a')}${row('-')}${row('b').repeat(count)}`
}
