/**
 * A policy is in the language that its front matter names, and in one whose words are known: Dutch or English. Where it surely is not, no
 * other rule about words is applied, for what it found would be no mistakes. A policy that names no language is taken to be in the one its
 * words tell.
 *
 * ```markdown ok
 * De leerling bewaart de sleutel van het kluisje en geeft die aan het einde van het jaar terug aan de conciërge. {#sleutel}
 * ```
 *
 * ```markdown
 * ---
 * title: Kastkes
 * ---
 *
 * Alle learlingen krije oan it begjin fan it skoaljier in kastke. De kaai wurdt tsjin in boarch útrikt en bliuwt eigendom fan de skoalle. {#kaai}
 *
 * Wa't syn kaai kwytrekket, jout dat deselde dei troch oan de baly en betellet de kosten fan in nij slot. {#kwyt}
 * ```
 *
 * ```messages
 * 2:1 warning word/language Unexpected language that is neither Dutch nor English: no rule about words was applied
 * ```
 *
 * ```markdown
 * ---
 * title: Lockers
 * lang: nl
 * ---
 *
 * Anyone who loses the key of a locker reports it to the office on the same day and pays for a new lock. {#lost}
 * ```
 *
 * ```messages
 * 3:1 warning word/language Unexpected language "en", expected "nl": no rule about words was applied
 * ```
 *
 * To mend: set `lang` to the language of the text; one that is neither Dutch nor English is not looked at for words.
 */
import { otherLanguage } from '../language.js'
import type { Rule } from '../rule.js'

export const wordLanguage: Rule<'word/language'> = {
  id: 'word/language',
  severity: 'warning',
  *check({ metadata: { lang }, clauses, keyPlace }) {
    const language = otherLanguage(clauses, lang)
    if (language === undefined) return
    const place = keyPlace(['lang'])
    yield language === 'other' ? { form: 'unknown', place } : { form: 'another', values: { found: language, lang }, place }
  },
}
