import type { MatrixSetting } from '../../src/matrix/index.js'
import type { DocBlock, DocInline, Document } from '../../src/present/index.js'
import { resolveBrand } from '../../src/present/index.js'
import { type ConfirmedPair, compareSchools, type Matrix, type SchoolPolicy } from '../../src/schools/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { school, vocabularies } from '../schools/support.js'

/** Three invented schools: one rule for all, one forbidden here and allowed there, one of two schools, one of one alone. */
export const schools: readonly SchoolPolicy[] = [
  school('Linde', [
    'Een medewerker sluit op sociale media geen vriendschap met leerlingen.',
    'Een foto van een leerling wordt alleen geplaatst na uitdrukkelijke toestemming van de ouders.',
    'Wie twijfelt over een bericht, moet vooraf overleggen met de leidinggevende.',
    'Bij aangifte bij de politie moet de directeur beslissen.',
  ]),
  school('Wilg', [
    'Een medewerker mag op sociale media vriendschap sluiten met leerlingen.',
    'Een foto van een leerling wordt alleen geplaatst na uitdrukkelijke toestemming van de ouders.',
    'Wie twijfelt over een bericht, moet vooraf overleggen met de leidinggevende.',
  ]),
  school('Eik', [
    'De foto van een leerling wordt alleen geplaatst na uitdrukkelijke toestemming van de ouders.',
    'De pers wordt te woord gestaan door de communicatieafdeling.',
  ]),
]

export const matrixOf = (policies: readonly SchoolPolicy[] = schools, confirmed: readonly ConfirmedPair[] = []): Matrix =>
  compareSchools(policies, vocabularies, { confirmed }).value

export function settingOf(matrix: Matrix, more: Partial<MatrixSetting> = {}): MatrixSetting {
  const topics = vocabularies[0]?.topics ?? []
  return {
    schools: matrix.policies.map(({ organisation }) => ({ name: organisation, version: '1.0.0', status: 'adopted' })),
    topics: new Map(topics.map(({ id, label }) => [id, label])),
    lang: 'nl',
    date: '2025-03-01',
    brand: resolveBrand(undefined, new Map()).value,
    wording: loadWording(undefined, 'nl'),
    form: 'screen',
    ...more,
  }
}

/** Every block at or below these, parents first. */
export function blocksIn(blocks: readonly DocBlock[]): DocBlock[] {
  return blocks.flatMap((block): DocBlock[] => {
    const inside =
      block.type === 'list'
        ? block.items.flatMap(({ children }) => children)
        : block.type === 'table'
          ? [...block.head, ...block.body].flatMap(({ cells }) => cells.flatMap(({ children }) => children))
          : 'children' in block
            ? block.children
            : []
    return [block, ...blocksIn(inside)]
  })
}

export const wordsOf = (content: readonly DocInline[]): string =>
  content
    .map((inline) => ('value' in inline ? inline.value : 'children' in inline ? wordsOf(inline.children as DocInline[]) : ' '))
    .join('')

/** All words of blocks, one line per paragraph, heading or summary. */
export const linesOf = (blocks: readonly DocBlock[]): string[] =>
  blocksIn(blocks).flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return [wordsOf(block.content)]
    return block.type === 'disclosure' ? [wordsOf(block.summary)] : []
  })

/** What stands between a heading and the next one of the same or a higher level. */
export function under(document: Document, title: string): DocBlock[] {
  const flat = (blocks: readonly DocBlock[]): DocBlock[] =>
    blocks.flatMap((block) => (block.type === 'division' ? flat(block.children) : [block]))
  const all = flat(document.children)
  const start = all.findIndex((block) => block.type === 'heading' && wordsOf(block.content) === title)
  if (start < 0) throw new Error(`No heading "${title}"`)
  const { level } = all[start] as Extract<DocBlock, { type: 'heading' }>
  const length = all.slice(start + 1).findIndex((block) => block.type === 'heading' && block.level <= level)
  return length < 0 ? all.slice(start + 1) : all.slice(start + 1, start + 1 + length)
}

/** The rows of the tables among blocks, as the words of their cells. */
export const rowsOf = (blocks: readonly DocBlock[]): string[][] =>
  blocksIn(blocks).flatMap((block) =>
    block.type === 'table' ? block.body.map(({ cells }) => cells.map(({ children }) => linesOf(children).join(' | '))) : [],
  )
