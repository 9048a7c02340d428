/** Words of the two languages that carry no matter of their own. Both at once: a policy may quote the other language. */
const FUNCTION_WORDS =
  'aan al als bij daar dan dat de deze die dit door een en er haar heeft het hij hun in is kan men met na naar of om onder ook op over te ten ter tot uit van voor was wat wel wie wij worden wordt ze zich zij zijn zo zoals ' +
  'a an and are as at be been by for from has have he her his if in into is it its of on or she so such that the their them then there these they this those to was were which who will with'

const functionWords: ReadonlySet<string> = new Set(FUNCTION_WORDS.split(' '))

/** Whether a word (folded, lower case) is an article, preposition, pronoun or auxiliary. */
export const isFunctionWord = (word: string): boolean => functionWords.has(word)
