import { textOf } from '../../blocks/index.js'
import { endsSentence } from '../../language/index.js'
import type { Run } from './runs.js'

/** "I", a tab, and the title: a number that was typed. */
export function typedLabel(runs: readonly Run[]): { label: string; rest: readonly Run[] } | undefined {
  const first = runs.findIndex(({ inline }) => inline.type === 'text' && inline.value.includes('\t'))
  const before = textOf(runs.slice(0, first + 1).map(({ inline }) => inline))
  const match = /^(\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[IVXLC]{2,6})\.?\t+((?:[^\t].*)?)$/su.exec(before)
  const tab = runs[first]
  if (first < 0 || !match || !tab) return undefined
  return { label: match[1] ?? '', rest: [{ ...tab, inline: { type: 'text', value: match[2] ?? '' } }, ...runs.slice(first + 1)] }
}

// "Ga naar huis." may be a heading; a sentence of five words with its stop is none.
const FEWEST_WORDS = 5

/** What stands below a break in a heading and is its text. */
export const isSentence = (words: string): boolean => endsSentence(words) && words.trim().split(/\s+/).length >= FEWEST_WORDS
