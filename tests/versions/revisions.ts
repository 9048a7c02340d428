import type { Language } from '../../src/model/index.js'
import type { Draft, Operation, Revision, Unit } from './draft.js'
import { Dice, STOCK, sentence } from './invented.js'
import { OPERATIONS } from './operations.js'

export type { Operation, Revision, Truth, Unit } from './draft.js'

function invent(dice: Dice, lang: Language, sections: number): Unit[] {
  const units: Unit[] = []
  const add = (kind: Unit['kind'], depth: number, text: string) => units.push({ uid: units.length, kind, depth, text })
  const titles = [...STOCK[lang].title]
  for (let s = 0; s < sections; s++) {
    const title = titles.splice(dice.below(titles.length), 1)[0] ?? `${dice.pick(STOCK[lang].title)} ${s}`
    add('heading', s > 0 && dice.chance(0.25) ? 3 : 2, title)
    for (let p = 1 + dice.below(4); p > 0; p--) {
      const sentences = Array.from({ length: 1 + dice.below(3) }, () => sentence(dice, lang))
      add('paragraph', 0, sentences.join(' '))
    }
    if (dice.chance(0.5)) for (let i = 2 + dice.below(4); i > 0; i--) add('item', 0, sentence(dice, lang))
  }
  return units
}

/** Lines of at most `width` letters; the same words whatever the width. */
function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line].join(`\n${indent}`)
}

/** How numbers are printed into the text: not at all, `2.1 Title`, or `Artikel 3 Title`. */
export type Numbering = 'none' | 'decimal' | 'article'

function print(units: readonly Unit[], lang: Language, numbering: Numbering, width: number): string {
  const blocks: string[] = []
  let [chapter, section, article, item] = [0, 0, 0, 0]
  for (const { kind, depth, text } of units) {
    if (kind === 'heading') {
      if (depth === 2) {
        chapter++
        section = 0
      } else section++
      article++
      const decimal = depth === 2 ? `${chapter}.` : `${chapter}.${section}`
      const label =
        numbering === 'none'
          ? ''
          : numbering === 'decimal'
            ? `${decimal} `
            : `${lang === 'nl' ? 'Artikel' : 'Article'} ${article} `
      blocks.push(`\n${'#'.repeat(depth)} ${label}${text}\n`)
    } else if (kind === 'paragraph') blocks.push(`\n${wrap(text, width, '')}\n`)
    else blocks.push(`${(blocks.at(-1) ?? '').match(/^\d+\. /) ? '' : '\n'}${item + 1}. ${wrap(text, width, '   ')}`)
    item = kind === 'item' ? item + 1 : 0
  }
  return `${blocks
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

const spareTitles = (units: readonly Unit[], lang: Language): string[] =>
  STOCK[lang].title.filter((title) => units.every(({ text }) => text !== title))

/** Those that take two steps have tests of their own. */
export const ALL_OPERATIONS = (Object.keys(OPERATIONS) as Operation[]).filter((name) => !/^(?:split|merge)-/.test(name))

export interface Wishes {
  readonly seed: number
  readonly sections?: number
  readonly operations?: readonly Operation[]
  /** How many operations are tried. */
  readonly count?: number
}

/** A policy and a revision of it, with what was done. Plain Markdown without ids; layout and numbering differ at random. */
export function revise({ seed, sections = 8, operations = ALL_OPERATIONS, count = 10 }: Wishes): Revision {
  const dice = new Dice(seed)
  const lang = dice.chance(0.5) ? 'nl' : 'en'
  const oldUnits = invent(dice, lang, sections)
  const draft: Draft = {
    dice,
    lang,
    truth: new Map(),
    parts: new Map(),
    titles: spareTitles(oldUnits, lang),
    units: oldUnits,
    uid: 10_000,
  }
  for (let k = 0; k < count; k++) OPERATIONS[dice.pick(operations)](draft)
  const numbering = dice.pick(['none', 'decimal', 'article'] as const)
  return {
    lang,
    old: print(oldUnits, lang, numbering, dice.pick([60, 72, 500])),
    next: print(draft.units, lang, numbering, dice.pick([64, 80, 500])),
    oldUnits,
    nextUnits: draft.units,
    truth: draft.truth,
    parts: draft.parts,
  }
}
