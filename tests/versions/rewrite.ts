import { type Draft, letters } from './draft.js'
import { STOCK } from './invented.js'

/** Replaces words of a unit; `undefined` when there is nothing to replace. Gives the letters marked. */
export type Rewriter = (text: string, draft: Draft) => { text: string; marked: number } | undefined

const replaceOne =
  (pattern: RegExp, by: (found: string, draft: Draft) => string): Rewriter =>
  (text, draft) => {
    const found = pattern.exec(text)
    if (!found) return undefined
    const replacement = by(found[0], draft)
    if (replacement === found[0]) return undefined
    return {
      text: text.slice(0, found.index) + replacement + text.slice(found.index + found[0].length),
      marked: letters(found[0]) + letters(replacement),
    }
  }

export const REWRITERS: Readonly<Record<string, Rewriter>> = {
  reword: (text, draft) => {
    const stock = STOCK[draft.lang]
    const rows = [stock.object, stock.when, stock.where]
    for (const row of rows) {
      const found = row.find((phrase) => text.includes(phrase))
      if (!found) continue
      const other = draft.dice.pick(row.filter((phrase) => phrase !== found))
      const [a, b] = [found.split(' '), other.split(' ')]
      // Words common to both ends stay; what is left is the least a comparison by words can mark.
      while (a.length && b.length && a[0] === b[0]) [a.shift(), b.shift()]
      while (a.length && b.length && a.at(-1) === b.at(-1)) [a.pop(), b.pop()]
      return { text: text.replace(found, other), marked: letters(a.join('')) + letters(b.join('')) }
    }
    return undefined
  },
  insert: (text, draft) => {
    const words = text.split(' ')
    const adverb = draft.dice.pick(STOCK[draft.lang].adverb)
    words.splice(2 + draft.dice.below(words.length - 3), 0, adverb)
    return { text: words.join(' '), marked: letters(adverb) }
  },
  negate: (text, draft) => {
    const word = draft.lang === 'nl' ? 'niet' : 'not'
    const modal = STOCK[draft.lang].modal.find((candidate) => text.includes(` ${candidate} `))
    return modal ? { text: text.replace(` ${modal} `, ` ${modal} ${word} `), marked: letters(word) } : undefined
  },
  modal: (text, draft) => {
    const swaps: Record<string, string> =
      draft.lang === 'nl'
        ? { moet: 'mag', mag: 'moet', zal: 'kan', kan: 'moet', dient: 'mag' }
        : { must: 'may', may: 'must', should: 'must', can: 'must', shall: 'may' }
    const modal = Object.keys(swaps).find((candidate) => text.includes(` ${candidate} `))
    const other = swaps[modal ?? '']
    return modal && other ? { text: text.replace(` ${modal} `, ` ${other} `), marked: modal.length + other.length } : undefined
  },
  number: replaceOne(/(?<=\D )\d(?= (?:dagen|days|coll))|(?<=€ ?)\d\d/, (found, { dice }) =>
    String(Number(found) + 1 + dice.below(4)),
  ),
  date: replaceOne(
    /1 (?:maart|March) 2024/,
    (found, { dice, lang }) => `${1 + dice.below(27)} ${dice.pick(STOCK[lang].month.filter((m) => !found.includes(m)))} 2024`,
  ),
  spelling: (text, draft) => {
    const words = [...text.matchAll(/(?<![\p{L}’])[a-z]{7,}(?!\p{L})/gu)]
    if (words.length === 0) return undefined
    const { 0: word, index } = draft.dice.pick(words)
    const at = 2 + draft.dice.below(word.length - 4)
    const slip = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    return slip === word
      ? undefined
      : { text: text.slice(0, index) + slip + text.slice(index + word.length), marked: 2 * word.length }
  },
  punctuation: (text) =>
    text.includes(',') ? { text: text.replace(',', ''), marked: 1 } : { text: text.replace(/\.$/, ';'), marked: 2 },
  typography: (text) => {
    const other = text
      .replace(/’/g, "'")
      .replace(/"(\w+)"/g, '“$1”')
      .replace(/€ /g, '€\u00A0')
      .replace(/ (\d)/, '\u00A0$1')
    return other === text ? undefined : { text: other, marked: 0 }
  },
}
