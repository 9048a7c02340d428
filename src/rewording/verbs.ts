import { fold, stem as stemOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import type { WordTables } from './tables.js'

const stem = (word: string, lang: Language): string => stemOf(fold(word), lang)

/** Whether an English verb and a participle are of one verb. */
export function isEnglishVerb(verb: string | undefined, participle: string, words: WordTables): boolean {
  if (verb === undefined) return false
  const bases = [
    ...(words.participles.has(participle) ? [words.participles.get(participle) as string] : []),
    participle.replace(/ed$/, ''),
    participle.replace(/d$/, ''),
    participle.replace(/ied$/, 'y'),
    participle.replace(/([bdgklmnprt])\1ed$/, '$1'),
  ]
  const forms = [verb, verb.replace(/s$/, ''), verb.replace(/es$/, ''), verb.replace(/ies$/, 'y')]
  return verb !== participle && forms.some((form) => form.length > 1 && bases.includes(form))
}

/** A participle by its form: beoordeeld, opgesteld, verstuurd. */
export const isParticiple = (word: string, words: WordTables): boolean =>
  words.participles.has(word) ||
  (PREFIX.test(word) && /(?:[td]|en)$/.test(word)) ||
  /^(?:be|ver|ont|her|er).{3,}(?:[td]|en)$/.test(word) ||
  // Overhandigd, ondertekend; not onderhoud, omstandigheid.
  /^(?:over|onder|om|mis|vol|door).{3,}[^iu]d$/.test(word)
const PREFIX =
  /^(aan|achter|af|bekend|bij|dicht|door|goed|in|klaar|mee|na|neer|om|onder|op|open|over|plaats|rond|samen|schoon|tegen|terug|toe|uit|vast|vol|voor|vrij|weg)?(ge.+)$/

/** Whether a Dutch verb and a participle are of one verb: stuurt rond, rondgestuurd. */
export function isSameVerb(verb: string, participle: string, participles: ReadonlyMap<string, string>): boolean {
  const parts = PREFIX.exec(participle)
  const irregular = participles.get(participle) ?? (parts ? participles.get(parts[2] as string) : undefined)
  if (irregular !== undefined) {
    const prefix = participles.has(participle) ? '' : (parts?.[1] ?? '')
    return stem(prefix + irregular, 'nl') === stem(verb, 'nl')
  }
  if (stem(participle, 'nl') === stem(verb, 'nl')) return true
  // Parts that no stem takes off: goed·ge·keurd.
  return parts?.[1] !== undefined && stem(parts[1] + (parts[2] as string).slice(2), 'nl') === stem(verb, 'nl')
}
