/**
 * A word that no dictionary knows and that is one letter away from exactly one other is probably misspelt; so are two words without a
 * blank between. Rare words, compounds and names are left alone: the rule would rather miss a mistake than raise a false alarm. A name
 * with a capital inside it is spelled so everywhere.
 *
 * ```markdown ok
 * De teamleider van Wilgenhoek bespreekt het mediawijsheidsbeleid met de leerlingenraad. {#beleid}
 * ```
 *
 * ```markdown
 * De schoollieding bespreekt het met ouderstegen het eind van de week. {#bespreken}
 * ```
 *
 * ```messages
 * 1:4 warning word/typo Unexpected word "schoollieding", expected "schoolleiding"
 * 1:36 warning word/typo Unexpected word "ouderstegen", expected "ouders tegen"
 * ```
 *
 * ```markdown
 * De school zet films op YouTube; een Youtubekanaal heeft zij niet, en op You Tube zoekt niemand. {#films}
 * ```
 *
 * ```messages
 * 1:37 warning word/typo Unexpected word "Youtube", expected "YouTube" as elsewhere
 * 1:73 warning word/typo Unexpected word "You Tube", expected "YouTube" as elsewhere
 * ```
 *
 * What stands elsewhere in the same words is written in the same way.
 *
 * ```markdown
 * ---
 * title: Afspraken
 * subtitle: Werkgroep PO Elzendael
 * ---
 *
 * De school kiest werkelijk opdrachten. Zij geeft werkelijke opdrachten, zegt PO Elzendaelen. {#opdrachten}
 * ```
 *
 * ```messages
 * 3:1 warning word/typo Unexpected name "PO Elzendael", expected "PO Elzendaelen" as elsewhere
 * 6:17 warning word/typo Unexpected word "werkelijk opdrachten", expected "werkelijke opdrachten" as elsewhere
 * ```
 *
 * To mend: write the word as it is expected, or define it: defined terms and the names of the organisation are known.
 */
import { findTypos, inflectionVariants, nameVariants, spellingVariants } from '../../proof/index.js'
import type { Finding, Rule } from '../rule.js'
import { definedTerms } from '../terms.js'
import { textsOf } from '../words.js'

const COVER = ['title', 'subtitle', 'partOf', 'citation'] as const

export const wordTypo: Rule<'word/typo'> = {
  id: 'word/typo',
  severity: 'warning',
  *check({ metadata, clauses, keyPlace, options: { speller, names = [] } }) {
    const { lang } = metadata
    const texts = [...textsOf(clauses)].filter(
      ({ clause: { node } }) => node.type === 'note' || (node.attributes.values.lang ?? lang) === lang,
    )
    const words = texts.map(({ value }) => value)
    // The cover may name what the text names otherwise.
    const cover = COVER.flatMap((key) => (metadata[key] === undefined ? [] : [{ key, value: metadata[key] }]))
    const all = [...words, ...cover.map(({ value }) => value)]
    type Variant = { readonly text: number; readonly index: number; readonly word: string; readonly expected: string }
    const placed = ({ text, index }: Pick<Variant, 'text' | 'index'>) => {
      const printed = cover[text - texts.length]
      const place = printed ? keyPlace([printed.key]) : texts[text]?.placeOf(index)
      return place ? { place } : {}
    }
    const found = (form: 'word' | 'elsewhere' | 'name', variant: Variant): Finding<'word/typo'> => {
      const { word, expected } = variant
      return { form, values: { word, expected }, ...placed(variant) }
    }
    const terms = definedTerms(clauses).map(({ name }) => name)
    for (const variant of [...spellingVariants(words), ...inflectionVariants(all, terms)]) {
      yield found('elsewhere', variant)
    }
    if (!speller) return
    for (const variant of nameVariants(all, (word) => speller.own.has(word))) {
      yield found('name', variant)
    }
    const learned = [...names, ...terms]
    for (const typo of findTypos(words, speller, learned)) {
      const { expected } = typo
      yield expected === undefined ? { form: 'unsought', ...placed(typo) } : found('word', { ...typo, expected })
    }
  },
}
