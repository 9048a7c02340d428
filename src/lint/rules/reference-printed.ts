/**
 * A reference typed as words leads to a clause: "zie artikel 9.3" where there is no 9.3 was right in an older version, or in another text.
 * Only a number with a word for its unit, or with points behind "zie", is taken for one, and only where clauses of this policy are numbered
 * that way; parts are often other documents. An annex that a text mentions stands in it; where it has none at all they may be files of their own,
 * and that is said as a remark.
 *
 * ```markdown ok
 * ---
 * title: Afspraken
 * numbering: { headings: [decimal, decimal], items: [lower-alpha] }
 * ---
 *
 * # Foto's {#fotos}
 *
 * 1. Zie artikel 1, hoofdstuk 1 en paragraaf 1.1; ook artikel 8 van de Wet op het onderwijs en bijlage 7 bij de cao. {#zie}
 * 2. Zie [artikel 12](#zie), en bel 06 12 34 56 78. {#link}
 *
 * ## Bewaren {#bewaren}
 *
 * Artikel 1a gaat voor; artikel 6 AVG geldt, de Leerplichtwet 1969, artikel 11, en artikel 9 van de [wet](https://example.org). {#voor}
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * numbering: { headings: [decimal, decimal], items: [lower-alpha] }
 * ---
 *
 * # Foto's {#fotos}
 *
 * 1. Zie artikel 9.3 en ook hoofdstuk 7. {#zie}
 * 2. Dat staat in artikel 1.d; zie verder 4.2. {#dat}
 * ```
 *
 * ```messages
 * 8:8 warning reference/printed Reference to "artikel 9.3" leads nowhere: no clause has that number
 * 8:27 warning reference/printed Reference to "hoofdstuk 7" leads nowhere: no clause has that number
 * 9:17 warning reference/printed Reference to "artikel 1.d" leads nowhere: no clause has that number
 * 9:30 warning reference/printed Reference to "zie verder 4.2" leads nowhere: no clause has that number
 * ```
 *
 * ```markdown ok
 * Als bijlage B staat het formulier hierachter; bijlage A4-formaat is geen bijlage. {#als}
 *
 * # Bijlagen {#bijlagen}
 *
 * - A. De lijst {#lijst}
 * - B. Het formulier {#formulier}
 * ```
 *
 * ```markdown
 * # Klachten {#klachten}
 *
 * Gebruik bijlage A of bijlage C; bijlage 2 van de cao geldt ook. {#gebruik}
 *
 * # Bijlage A: het formulier {#bijlage-a}
 *
 * Vul het in. {#vul}
 * ```
 *
 * ```messages
 * 3:22 warning reference/printed Reference to "bijlage C" leads nowhere: this text has other annexes, and not that one
 * ```
 *
 * ```markdown
 * The form is in Appendix C; Appendix D to the Staff Handbook applies. {#form}
 * ```
 *
 * ```messages
 * 1:16 info reference/printed "Appendix C" does not stand in this text, expected it here, or said where it is found
 * ```
 *
 * ```markdown ok
 * ---
 * title: Complaints
 * lang: en
 * numbering: { headings: [decimal], items: [decimal] }
 * ---
 *
 * # Complaints {#complaints}
 *
 * 1. Clause 1.1 applies, as does clause 9.4 of the Education Act. {#applies}
 * ```
 *
 * ```markdown
 * ---
 * title: Complaints
 * lang: en
 * numbering: { headings: [decimal], items: [decimal] }
 * ---
 *
 * # Complaints {#complaints}
 *
 * 1. The board decides as clause 3.2 says, within the limits of paragraph 4.1. {#decides}
 * ```
 *
 * ```messages
 * 9:25 warning reference/printed Reference to "clause 3.2" leads nowhere: no clause has that number
 * 9:63 warning reference/printed Reference to "paragraph 4.1" leads nowhere: no clause has that number
 * ```
 *
 * To mend: write the reference as `[](#id)`, so that it prints the number its clause has, or correct the number.
 */
import { numberKey, phrasesOf, printedReferences, wordsOfAll } from '../../language/index.js'
import type { Clause } from '../../model/index.js'
import { missingAnnexes } from '../annexes.js'
import type { Rule } from '../rule.js'
import { inlinesIn, textsOf } from '../words.js'

const OTHER_DOCUMENT = new RegExp(`^(?:${phrasesOf('otherParts')})$`, 'i')
// The name of another text follows in a link, or on a line that was lost.
const CUT_OFF = new RegExp(`^\\s+(?:${phrasesOf('fromTexts')})(?:\\s+(?:${wordsOfAll('the')}))?\\s*$`, 'u')

export const referencePrinted: Rule<'reference/printed'> = {
  id: 'reference/printed',
  severity: 'warning',
  *check({ clauses, written }) {
    const linked = new Set<unknown>()
    for (const clause of written) for (const words of linkedWords(clause)) linked.add(words)
    for (const { index, unit, label, text, hasOthers } of missingAnnexes(clauses, written, ({ inline }) => linked.has(inline))) {
      const place = text.placeOf(index)
      yield hasOthers
        ? { form: 'annex', values: { unit, label }, place }
        : { form: 'annex-beside', severity: 'info', values: { unit, label }, place }
    }
    const known = new Set(clauses.flatMap(({ number }) => (number === undefined ? [] : endings(number))))
    if (![...known].some((number) => /^\d/.test(number))) return
    const found = textsOf(written)
      .filter(({ inline }) => !linked.has(inline))
      .flatMap((text) => [...printedReferences(text.value)].map((reference) => ({ ...reference, text })))
    // "Artikel 5 Foto's" at the start of a line is a number somebody typed: the line has it.
    for (const { index, number, rest } of found)
      if (index === 0 && /^(?:[.:]|\s*$|\s+\p{Lu})/u.test(rest)) known.add(keyOf(number))
    for (const { index, unit, number, rest, text } of found) {
      if (/^\d/.test(number) && !OTHER_DOCUMENT.test(unit) && !known.has(keyOf(number)) && !CUT_OFF.test(rest)) {
        yield { form: 'nowhere', values: { unit, number }, place: text.placeOf(index) }
      }
    }
  },
}

/** A number as it may be written: all of it, without the word in front. */
const endings = (number: string): string[] => [keyOf(number.replace(/^.*\s/, ''))]

const keyOf = (number: string): string => numberKey(number).toLowerCase()

/** Texts that are links already: they lead where they say. */
const linkedWords = (clause: Clause) => inlinesIn(clause).flatMap((inline) => (inline.type === 'link' ? inline.children : []))
