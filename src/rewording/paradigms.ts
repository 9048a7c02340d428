import { isVerbSecond } from '../language/index.js'
import type { Language } from '../model/index.js'

/** Ways to say one form of a verb, and the one they are read as. */
interface VerbRow {
  readonly plain: string
  readonly others: readonly string[]
}

/**
 * Rows of one form each for a row of verbs that say one thing.
 *
 *     en  begin | commence             begin | commence · begins | commences · begun | commenced · beginning | commencing
 *     nl  sturen/stuurt/gestuurd | …   sturen | … · stuurt | … · stuur | … · gestuurd | … · te sturen | toe te zenden
 *
 * An English verb stands as its base, its participle made by rule or taken from `participles`; a Dutch one as infinitive, third person and
 * participle apart by slashes, where the last two may be wanting. Only the verb of a phrase is inflected.
 */
export function rowsOfVerbs(row: string, lang: Language, participles: ReadonlyMap<string, string>): readonly VerbRow[] {
  const verbs = row.split('|').map((variant) => {
    // What must stand around a verb must so around each of its forms.
    const [verb = '', ...asked] = variant.trim().split(/(?= @)/)
    const forms = isVerbSecond({ lang }) ? dutchForms(verb) : englishForms(verb, participles)
    return forms.map((form) => form.map((each) => each + asked.join('')))
  })
  const [first = []] = verbs
  return first.flatMap(([plain], form) => {
    const others = verbs.flatMap((forms) => forms[form] ?? []).filter((other) => other !== plain && !other.startsWith('te '))
    return plain === undefined || others.length === 0 ? [] : [{ plain, others }]
  })
}

type Forms = readonly (readonly string[])[]

function englishForms(verb: string, participles: ReadonlyMap<string, string>): Forms {
  const [base = '', ...rest] = verb.split(' ')
  const soft = DOUBLED.test(base) ? base + base.at(-1) : base
  const third = /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base.replace(/([^aeiou])y$/, '$1ie')}s`
  const past = participleOf(base, { participles })
  return [base, third, past, `${soft.replace(/([^e])e$/, '$1')}ing`].map((form) => [[form, ...rest].join(' ')])
}

/** A separable verb stands apart with what it is about between, together at the end of a clause, and around "te". */
function dutchForms(verb: string): Forms {
  const [infinitive = '', third = '', participle] = verb.split('/')
  const [inflected = '', ...tail] = infinitive.split(' ')
  const [head = '', ...rest] = third.split(' ')
  const [part = ''] = rest.filter((word) => word !== '…')
  const separable = part !== '' && inflected !== part && inflected.startsWith(part)
  const bare = separable ? inflected.slice(part.length) : (infinitive.split(' ').find((word) => !rest.includes(word)) ?? '')
  const words = (...parts: readonly string[]) => parts.join(' ').trim()
  const apart = (form: string) =>
    rest[0] === '…' ? [words(form, ...rest), words(form, ...rest.slice(1))] : [words(form, ...rest)]
  const stem = /ten$|t$/.test(bare) ? head : head.replace(/t$/, '')
  return [
    // Where "te" is read as a part of the norm before it, the two parts stand beside each other.
    [infinitive, ...(separable ? [words(part, bare, ...tail)] : []), ...(rest.length > 0 ? apart(bare) : [])],
    third === '' ? [] : [...apart(head), ...(separable ? [words(part + head, ...tail)] : [])],
    stem === head ? [] : apart(stem),
    participle === undefined ? [] : [participle],
    // "Te" of any other verb may belong to the norm before it.
    separable ? [words(part, 'te', bare, ...tail)] : tail.length === 0 ? [`te ${infinitive}`] : [],
  ]
}

/** English verbs whose last letter is doubled before -ed and -ing: one syllable of one vowel, or the last one stressed. */
const DOUBLED =
  /^(?:[^aeiou]*[aeiou][bdgklmnprt]|(?:ad|per|sub|com|trans|o|e)mit|(?:re|de|con)fer|occur|begin|forget|forbid|cancel)$/

/** The participle of an English verb. */
export function participleOf(verb: string, { participles }: { readonly participles: ReadonlyMap<string, string> }): string {
  for (const [participle, base] of participles) if (base === verb) return participle
  if (DOUBLED.test(verb)) return `${verb}${verb.at(-1)}ed`
  return verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
}
