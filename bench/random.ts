/** Numbers from 0 up to 1, always the same for the same seed (the multiplier of Park and Miller's "minimal standard"). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

const SYLLABLES =
  'be ge ver ont her school leer ling ou der per so neel stu ring raad com mis sie toe stem ming ge ge vens pri va cy be waar ter mijn ver zoek be sluit ar ti kel lid in stel ling'.split(
    ' ',
  )

/** Sentences of invented words, the common ones more often than the rare. */
export function sentences(random: () => number): (words: number) => string {
  const word = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 3.4) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')
  const vocabulary = Array.from({ length: 5000 }, word)
  return (words) => `${Array.from({ length: words }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]).join(' ')}.`
}
