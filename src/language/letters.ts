import type { Language } from '../model/index.js'
import { knowledge } from './data.js'

const made: { [lang in Language]?: ReadonlySet<string> } = {}

/** Whether a letter is easily written for another: they sound alike, differ in their accent, or lie beside each other on the keyboard. */
export function areAlike(a: string, b: string, lang: Language): boolean {
  made[lang] ??= new Set(pairsOf(lang))
  const [one, other] = [plain(a), plain(b)]
  return one === other || made[lang].has(one + other) || made[lang].has(other + one)
}

const plain = (letter: string): string => letter.normalize('NFD').charAt(0)

function* pairsOf(lang: Language): Generator<string> {
  const { alikeLetters, keyboard } = knowledge[lang]
  for (const group of alikeLetters) for (const a of group) for (const b of group) yield a + b
  for (const [y, row] of keyboard.entries())
    for (const [x, letter] of [...row].entries()) {
      // A key lies above the one of its own place in the row below, and the one before it.
      const below = keyboard[y + 1] ?? ''
      for (const other of [row[x + 1], below[x], below[x - 1]]) if (other !== undefined) yield letter + other
    }
}
